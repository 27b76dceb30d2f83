"""Pages fit any phone: nothing too small for a finger, nothing cut off, nothing covered."""

import pytest

from tests.e2e.places import furnish

LONG = {
    "title": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten-Treffen"[:80],
    "place": "https://example.org/" + "a" * 100,
    "description": "b" * 300,
}
# A box to tick is as large as its label; links inside of a sentence have the height of the line.
SMALL = """() => {
  const wide = (node) => node.closest("label") ?? node;
  const found = [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea")];
  return found.filter((node) => !node.closest("p") && !node.matches(".skip")).map(wide)
    .filter((node) => {
      const { width, height } = node.getBoundingClientRect();
      return width < 44 || height < 44;
    }).map((node) => node.outerHTML);
}"""
# Wider than what it stands in; drawings and what only readers of screens see have no width.
WIDE = """() => [document.documentElement, ...document.querySelectorAll("#root *")]
  .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 1)
  .filter((node) => !node.closest("svg") && !node.matches("input, select, textarea, option"))
  .filter((node) => getComputedStyle(node).display !== "inline")
  .map((node) => `${node.scrollWidth} > ${node.clientWidth}: ${node.outerHTML.slice(0, 200)}`)
"""
COVERED = """() => {
  scrollTo(0, document.documentElement.scrollHeight);
  const end = document.querySelector("main").lastElementChild.getBoundingClientRect().bottom;
  return end > document.querySelector(".bottom").getBoundingClientRect().top;
}"""
# Below 16 px an iPhone zooms in on the field that has the focus.
TINY = """() => [...document.querySelectorAll("input, select, textarea")]
  .filter((node) => !["hidden", "checkbox", "file"].includes(node.type))
  .filter((node) => parseFloat(getComputedStyle(node).fontSize) < 16)
  .map((node) => node.outerHTML)"""


@pytest.fixture
def paths(organiser):
    return furnish(organiser, **LONG)


@pytest.fixture
def screen(phone, organiser):
    """The organiser's pages on a screen of another size."""
    state = organiser.context.storage_state()

    def make(width, height):
        return phone(viewport={"width": width, "height": height}, storage_state=state)

    return make


def test_targets_are_large_enough_for_a_finger(organiser, paths):
    for path in paths:
        organiser.open(path)
        assert organiser.page.evaluate(SMALL) == [], path


def test_no_field_makes_an_iphone_zoom_in(organiser, paths):
    for path in paths:
        organiser.open(path)
        assert organiser.page.evaluate(TINY) == [], path


# The smallest phone, a usual one, one on its side, and one at 200 %.
@pytest.mark.parametrize("size", [(320, 568), (375, 812), (812, 375), (188, 406), (1280, 800)])
def test_nothing_is_cut_off_or_covered(screen, paths, size):
    one = screen(*size)
    for path in paths:
        one.open(path, ready=False)
        assert one.page.evaluate(WIDE) == [], path
        assert not one.page.evaluate(COVERED), path


def test_text_can_be_twice_as_large(screen, paths):
    one = screen(375, 812)
    for path in paths:
        one.open(path, ready=False)
        before = one.page.locator("h1").evaluate("node => getComputedStyle(node).fontSize")
        one.page.evaluate("document.documentElement.style.fontSize = '200%'")
        after = one.page.locator("h1").evaluate("node => getComputedStyle(node).fontSize")
        assert float(after[:-2]) == 2 * float(before[:-2])
        assert one.page.evaluate(WIDE) == [], path
        assert not one.page.evaluate(COVERED), path
