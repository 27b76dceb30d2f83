"""What the conformance tests share."""

import pytest

from compiler.worker import Worker
from tests.page.conformance.engines import Engines
from tests.page.site import compiled, served


@pytest.fixture(scope="session")
def engines(tmp_path_factory):
    with Worker() as worker:
        yield Engines(tmp_path_factory.mktemp("engines"), worker)


class Console:
    """What a page had to say."""

    def __init__(self) -> None:
        self.printed = ""
        self.errors = []

    def hear(self, message):
        if message.type == "error":
            self.errors.append(message.text)
        else:
            self.printed += message.text


@pytest.fixture(scope="session")
def out(tmp_path_factory):
    """One folder for all builds: the runtime, which is the same, is compressed once."""
    return tmp_path_factory.mktemp("build")


@pytest.fixture
def console(tmp_path, out, chromium):
    """A function: compile these files, open the page in Chromium, return its console."""

    def run(files, until):
        with served(compiled(tmp_path, out, files)) as address:
            page, console = chromium.new_page(), Console()
            page.on("console", console.hear)
            page.on("pageerror", lambda error: console.errors.append(f"uncaught: {error}"))
            with page.expect_console_message(lambda message: until in message.text):
                page.goto(address)
            page.close()
        return console

    return run
