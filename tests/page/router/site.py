"""The pages in `app`, beside those of the app, compiled and served by the real server."""

import importlib
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path

import app
import app.pages
from backend.app import create_app
from backend.config import Config, sqlite_url
from backend.start import prepare
from compiler.build import build
from compiler.sources import FRONTEND, Sources
from emulators.servers import serving

HERE = Path(__file__).parent


def compiled(folder, ours=HERE):
    """Compile the app with our pages, from beside a test; return the build."""
    shutil.copytree(FRONTEND, folder / "frontend", ignore=shutil.ignore_patterns("compiler"))
    shutil.copytree(ours / "app", folder / "frontend" / "app", dirs_exist_ok=True)
    out = folder / "build"
    build(out, log=lambda text: None, sources=Sources(folder / "frontend"), packed=False)
    return out


@contextmanager
def our_pages():
    """Have the server know our pages, too."""
    app.__path__.append(str(HERE / "app"))
    app.pages.__path__.append(str(HERE / "app" / "pages"))
    importlib.invalidate_caches()
    try:
        yield
    finally:
        app.__path__.pop()
        app.pages.__path__.pop()
        for name in [one for one in sys.modules if one.startswith(("app.pages.r_", "app.layouts"))]:
            del sys.modules[name]


@contextmanager
def served(folder):
    """Give the address of a server with our pages."""
    build_folder = compiled(folder)
    data = folder / "data"
    config = Config(
        data=data, build=build_folder, database_url=sqlite_url(data), preview_login=True
    )
    prepare(config)
    with our_pages():
        site = create_app(config)
    with serving(site) as address:
        yield address
