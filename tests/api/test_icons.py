from xml.etree import ElementTree


def test_the_icon_of_a_page_is_there(guest):
    assert '<link rel="icon" href="/icon.svg"' in guest.open("/").text
    for path in ("/icon.svg", "/favicon.ico"):
        icon = guest.open(path)
        assert icon.mimetype == "image/svg+xml"
        assert ElementTree.fromstring(icon.text).tag.endswith("svg")


def test_robots_stay_away_from_what_is_somebodys(guest):
    assert "Disallow: /tickets" in guest.open("/robots.txt").text
