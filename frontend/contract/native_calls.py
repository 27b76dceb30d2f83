"""Native calls: the library's own protocol, served by this application, too."""

from qiao.contract.native_calls import STATES as STATES
from qiao.contract.native_calls import NativeCall as NativeCall
from qiao.contract.native_calls import NativeCallAnswer as NativeCallAnswer
from qiao.contract.native_calls import NativeCallArguments as NativeCallArguments
from qiao.contract.native_calls import NativeCallBegun as NativeCallBegun
from qiao.contract.native_calls import NativeCallEnd as NativeCallEnd
from qiao.contract.native_calls import NativeCallForm as NativeCallForm
from qiao.contract.native_calls import NativeCallNotFound as NativeCallNotFound
from qiao.contract.native_calls import NativeCallPlace as NativeCallPlace
from qiao.contract.native_calls import NativeCallReader as NativeCallReader
from qiao.contract.native_calls import NativeCalls as NativeCalls
from qiao.contract.native_calls import NativeCallStarted as NativeCallStarted
from qiao.contract.native_calls import NativeCallToken as NativeCallToken
from qiao.contract.native_calls import NotOffered as NotOffered
from qiao.contract.native_calls import answer as answer
from qiao.contract.native_calls import begin as begin
from qiao.contract.native_calls import create as create
from qiao.contract.native_calls import find as find
from qiao.contract.native_calls import get as get
from qiao.contract.native_calls import take as take
from qiao.contract.native_table import HOSTS as HOSTS
from qiao.contract.native_table import KINDS as KINDS
