"""A breakpoint in a .py file stops Chromium there, by the source map it was told of."""

import json
import urllib.request

from tests.page.site import compiled, served

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
VIEW = "def view(data):\n    title = data['title']\n    return title.upper()\n"
START = "from app.shown import view\n\nprint(view({'title': 'stopped'}))\n"


def decoded(mappings):
    """Return (file, line) of each line of the script; None where a line has none."""
    file, line, lines = 0, 0, []
    for segment in mappings.split(";"):
        numbers, shift, value = [], 0, 0
        for digit in map(DIGITS.index, segment):
            value |= (digit & 31) << shift
            shift += 5
            if digit < 32:
                numbers.append(-(value >> 1) if value & 1 else value >> 1)
                shift = value = 0
        if numbers:
            file, line = file + numbers[1], line + numbers[2]
        lines.append((file, line) if numbers else None)
    return lines


def wait(page, condition):
    for _ in range(200):
        if condition():
            return
        page.wait_for_timeout(50)
    raise AssertionError("Chromium does not say it.")


def test_chromium_stops_at_a_line_of_python(tmp_path, chromium):
    files = {"app/shown.py": VIEW, "qiao/browser/start.py": START}
    built = compiled(tmp_path, tmp_path / "build", files, packed=False)
    page = chromium.new_page()
    debugger = page.context.new_cdp_session(page)
    scripts, stops = {}, []
    debugger.on("Debugger.scriptParsed", lambda s: scripts.update({s["url"]: s["sourceMapURL"]}))
    debugger.on("Debugger.paused", lambda stop: stops.append(stop))
    debugger.send("Debugger.enable")
    with served(built) as address:
        page.goto(address)
        wait(page, lambda: any("/app." in url for url in scripts))
        script, name = next((url, name) for url, name in scripts.items() if "/app." in url)
        with urllib.request.urlopen(f"{address}assets/{name}") as answer:
            told = json.load(answer)
        lines = decoded(told["mappings"])
        at = lines.index((told["sources"].index("python:///app/shown.py"), 2))
        debugger.send("Debugger.setBreakpointByUrl", {"url": script, "lineNumber": at})
        page.reload(wait_until="commit")
        wait(page, lambda: stops)
        place = stops[0]["callFrames"][0]
        assert place["functionName"].startswith("view")
        assert lines[place["location"]["lineNumber"]][1] == 2
        debugger.send("Debugger.resume")
        page.close()
