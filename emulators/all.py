"""All emulated platforms at once, and the desk at which played phones ask.

`python -m emulators` runs them for a server of ours in another process: it prints what to set, an
environment of one JSON line, and ends when its standard input does.
"""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from emulators import keys
from emulators.alipay import Alipay
from emulators.desk import Desk
from emulators.servers import running, serving
from emulators.wechat import WeChat
from emulators.wechat_apis import TEMPLATES
from emulators.wechat_pay import WeChatPay


class Platforms:
    """The emulators that belong to each other, and their desk."""

    def __init__(self):
        self.wechat = WeChat()
        self.wechat_pay = WeChatPay(self.wechat.app_id)
        self.alipay = Alipay()
        self.desk = Desk(self.wechat, self.wechat_pay, self.alipay)
        self.address = ""
        self._folder = tempfile.TemporaryDirectory(prefix="qiao-emulators-")

    def settings(self) -> dict[str, str]:
        """Return the environment of a server of ours that asks them; its keys are in files."""
        folder = Path(self._folder.name)
        (folder / "key.pem").write_bytes(keys.private_pem("us"))
        (folder / "wechat_pay.pem").write_bytes(keys.public_pem("wechat pay"))
        (folder / "alipay.pem").write_bytes(keys.public_pem("alipay"))
        (folder / "templates.toml").write_text(TEMPLATES_FILE)
        return {
            **self.wechat.settings(),
            "QIAO_WECHAT_TEMPLATES": str(folder / "templates.toml"),
            "QIAO_WECHATPAY_MERCHANT": self.wechat_pay.merchant,
            "QIAO_WECHATPAY_SERIAL": self.wechat_pay.serial,
            "QIAO_WECHATPAY_KEY": str(folder / "key.pem"),
            "QIAO_WECHATPAY_API_KEY": self.wechat_pay.api_key,
            "QIAO_WECHATPAY_PUBLIC_KEY_ID": self.wechat_pay.public_key_id,
            "QIAO_WECHATPAY_PUBLIC_KEY": str(folder / "wechat_pay.pem"),
            "QIAO_WECHATPAY_API": self.wechat_pay.address,
            "QIAO_ALIPAY_APP_ID": self.alipay.app_id,
            "QIAO_ALIPAY_KEY": str(folder / "key.pem"),
            "QIAO_ALIPAY_PUBLIC_KEY": str(folder / "alipay.pem"),
            "QIAO_ALIPAY_AES_KEY": self.alipay.aes_key_text(),
            "QIAO_ALIPAY_API": self.alipay.address,
            "QIAO_EMULATORS": self.address,
        }

    def close(self):
        """Forget the keys, and send no more notices."""
        self.desk.close()
        self._folder.cleanup()


# Which of the app's messages go into which of the emulated templates.
_NAMES = {"thing1": "title", "time2": "time", "thing4": "place", "thing5": "text"}
TEMPLATES_FILE = "".join(
    f'[{template.removeprefix("T-")}]\nid = "{template}"\n'
    + "".join(f'{_NAMES[name]} = "{name}"\n' for name in fields)
    for template, fields in TEMPLATES.items()
)


@contextmanager
def all_running() -> Iterator[Platforms]:
    """Serve every emulator, each on a port of its own."""
    platforms = Platforms()
    with ExitStack() as stack:
        for emulator in (platforms.wechat, platforms.wechat_pay, platforms.alipay):
            stack.enter_context(running(emulator))
        platforms.address = stack.enter_context(serving(platforms.desk.app))
        stack.callback(platforms.close)
        yield platforms
