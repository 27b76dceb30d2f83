"""Native calls: the library's own protocol, served by this application, too."""

from qiao.contract.native_calls import KINDS as KINDS
from qiao.contract.native_calls import STATES as STATES
from qiao.contract.native_calls import NativeCall as NativeCall
from qiao.contract.native_calls import NativeCallAnswer as NativeCallAnswer
from qiao.contract.native_calls import NativeCallForm as NativeCallForm
from qiao.contract.native_calls import NativeCallNotFound as NativeCallNotFound
from qiao.contract.native_calls import NativeCallStarted as NativeCallStarted
from qiao.contract.native_calls import answer as answer
from qiao.contract.native_calls import create as create
from qiao.contract.native_calls import get as get
