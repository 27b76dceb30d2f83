"""A server that gets new builds while pages are open: other sources, another process."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

from compiler.assets import read_manifest
from compiler.build import Builder
from compiler.sources import FRONTEND, Sources
from tools.paths import ROOT

HERE = Path(__file__).parent
SERVER = """
import sys
from pathlib import Path

from werkzeug.serving import WSGIRequestHandler, make_server

from backend.app import create_app
from backend.config import Config, sqlite_url
from backend.start import prepare

folder, data = Path(sys.argv[2]), Path(sys.argv[2]) / "data"
config = Config(
    data=data, build=folder / "build", database_url=sqlite_url(data), preview_login=True
)
prepare(config)
server = make_server("127.0.0.1", 0, create_app(config), threaded=True, fd=int(sys.argv[1]))
print("ready", flush=True)
server.serve_forever()
"""


class Deployed:
    """Our pages, beside those of the app, served from a copy that can be changed."""

    def __init__(self, folder):
        self.folder = folder
        self.frontend = folder / "frontend"
        shutil.copytree(FRONTEND, self.frontend, ignore=shutil.ignore_patterns("compiler"))
        shutil.copytree(HERE / "app", self.frontend / "app", dirs_exist_ok=True)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.server = None
        # Compiles only what has changed.
        self.builder = Builder(folder / "build", Sources(self.frontend), packed=False)
        self.deploy()

    def change(self, page, old, new):
        file = self.frontend / "app" / "pages" / f"{page}.py"
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    def deploy(self):
        """Build what the sources are now; a new process takes the place of the one before."""
        self.builder.build(log=lambda text: None)
        before, fd = self.server, self.listener.fileno()
        with (self.folder / "server.txt").open("a") as log:
            self.server = subprocess.Popen(
                [sys.executable, "-c", SERVER, str(fd), str(self.folder)],
                cwd=self.folder,
                env=os.environ | {"PYTHONPATH": f"{self.frontend}{os.pathsep}{ROOT}"},
                stdout=subprocess.PIPE,
                stderr=log,
                pass_fds=[fd],
            )
        said = self.server.stdout.readline()
        assert said == b"ready\n", (self.folder / "server.txt").read_text()
        if before:
            end(before)

    def lose(self, page):
        """Delete the scripts of a page of the build that is served now."""
        names = read_manifest(self.folder / "build")["pages"][page]["files"]
        for name in names:
            (self.folder / "build" / "assets" / name).unlink()

    def close(self):
        end(self.server)
        self.builder.__exit__(None, None, None)
        self.listener.close()


def end(server):
    server.terminate()
    server.wait(timeout=20)
    server.stdout.close()
