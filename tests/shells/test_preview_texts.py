"""The preview's own words: each has its Chinese."""

import re
from html.parser import HTMLParser
from pathlib import Path

STATIC = Path(__file__).resolve().parents[2] / "package" / "preview" / "static"
SOURCE = (STATIC / "texts.js").read_text("utf-8")
CHINESE = {
    quoted or bare
    for quoted, bare in re.findall(r'^  (?:"([^"]+)"|([\w一-鿿]+)):', SOURCE, re.MULTILINE)
}
NAMES = {"Ada", "Lin", "小明", "王芳"}
SAID = ("aria-label", "title", "placeholder", "data-label")


class Words(HTMLParser):
    """Collects what a page says."""

    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_data(self, data):
        self.found.add(data.strip())

    def handle_starttag(self, tag, attrs):
        self.found |= {value for name, value in attrs if name in SAID and value}


def test_the_page_and_the_scripts_say_nothing_without_a_translation():
    words = Words()
    words.feed((STATIC / "index.html").read_text("utf-8"))
    said = words.found - NAMES - {""}
    for script in STATIC.glob("*.js"):
        said |= set(re.findall(r'\bt\("([^"]+)"\)', script.read_text("utf-8")))
    assert len(said) > 70
    assert said - CHINESE == set()
