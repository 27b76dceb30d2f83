"""A small page of its own, compiled and served under the strict policy."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, Page

from compiler.build import build
from compiler.sources import Sources

QIAO = Path(__file__).resolve().parents[2] / "frontend" / "qiao"
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'"
KINDS = {"js": "text/javascript; charset=utf-8", "css": "text/css"}
PAGE = 'path = "/"\n'


def compiled(folder: Path, out: Path, files: dict[str, str], *, packed: bool = True) -> Path:
    """Compile these files, by path below the frontend folder, to `out`."""
    for name, text in {"app/pages/home.py": PAGE, "app/theme/a.css": "", **files}.items():
        path = folder / "frontend" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build(out, log=lambda text: None, sources=Sources(folder / "frontend"), packed=packed)
    return out


@contextmanager
def served(built: Path, island: str = "null") -> Iterator[str]:
    """Serve a built folder as the document would load it; give its address."""
    manifest = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    scripts = [manifest["runtime"], *manifest["pages"]["home"]["files"], manifest["app"]]
    tags = "".join(f'<script defer src="/assets/{name}"></script>' for name in scripts)
    icon = '<link rel="icon" href="/icon">'
    data = f'<script type="application/json" id="qiao-data">{island}</script>'
    document = f'<!doctype html><meta charset="utf-8">{icon}{tags}<body>{data}'.encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asset = built / self.path.lstrip("/")
            is_asset = self.path.startswith("/assets/") and asset.is_file()
            self.send_response(200)
            self.send_header("Content-Security-Policy", POLICY)
            kind = KINDS.get(asset.suffix.lstrip("."), "text/html; charset=utf-8")
            self.send_header("Content-Type", kind if is_asset else "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(asset.read_bytes() if is_asset else document)

        def do_POST(self) -> None:
            """Take what the page reports of its failures."""
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing: the tests read the page's console."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def run_in_page(
    folder: Path,
    chromium: Browser,
    files: dict[str, str],
    island: object = None,
    then: Callable[[Page], None] = lambda page: None,
) -> list[str]:
    """Run `files` with the real page library in Chromium until they print DONE.

    `island` is what the page's data holds; `then` does something with the page after that.
    Returns what the page said on its console.
    """
    shutil.copytree(QIAO, folder / "frontend" / "qiao")
    probe = (Path(__file__).parent / "probe.js").read_text("utf-8")
    built = compiled(folder, folder / "build", {"qiao/browser/probe.js": probe, **files})
    page, said = chromium.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(f"uncaught: {error}"))
    data = json.dumps(island).replace("<", "\\u003c")
    with served(built, data) as address:
        with page.expect_console_message(lambda m: m.text.strip() == "DONE", timeout=110_000):
            page.goto(address)
        then(page)
        # Before the server goes: a page asks for its icon late.
        page.close()
    return said
