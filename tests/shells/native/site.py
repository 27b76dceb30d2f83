"""The app with a page that makes native calls, on a real server whose platforms are emulated."""

import importlib
import socket
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import app.pages
from backend import preview
from backend.app import create_app
from backend.config import Config
from backend.start import prepare
from emulators.servers import serving
from package.settings import read_settings
from tests.page.router.site import compiled

HERE = Path(__file__).parent
TEMPLATE = "zun-LzcQyW-edafCVvzPkK4de2Rllr1fFpw2A_x0oXE"


def settings_with_a_template(**given):
    """Give the settings of the shells, as of an app that sends one kind of message."""
    settings = read_settings(**given)
    return replace(settings, templates={name: {"reminder": TEMPLATE} for name in settings.app_ids})


@contextmanager
def served(folder, platforms, monkeypatch):
    """Give the address of the server."""
    data = folder / "data"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {
        **platforms.settings(),
        "QIAO_ADDRESS": f"http://127.0.0.1:{port}",
        "QIAO_DATA": str(data),
        "QIAO_BUILD": str(compiled(folder, HERE)),
        "QIAO_DEMO": "1",
    }
    config = Config.from_environment(environment)
    prepare(config)
    monkeypatch.setattr(preview, "read_settings", settings_with_a_template)
    app.pages.__path__.append(str(HERE / "app" / "pages"))
    importlib.invalidate_caches()
    try:
        site = create_app(config)
    finally:
        app.pages.__path__.pop()
        sys.modules.pop("app.pages.n_calls", None)
    with serving(site, port) as address:
        yield address
