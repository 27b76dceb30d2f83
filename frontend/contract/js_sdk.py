"""WeChat's JS-SDK: the library's own protocol, served by this application, too."""

from qiao.contract.js_sdk import JsSdkForm as JsSdkForm
from qiao.contract.js_sdk import JsSdkSignature as JsSdkSignature
from qiao.contract.js_sdk import StrangeAddress as StrangeAddress
from qiao.contract.js_sdk import sign as sign
