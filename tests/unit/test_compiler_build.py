import json

import pytest

from compiler.build import Builder, build
from compiler.errors import ForbiddenCode, GraphError
from compiler.sources import Sources

FILES = {
    "app/pages/home.py": 'from rules.one import number\npath = "/"\nview = number\n',
    "app/pages/event.py": 'path = "/events/<int:id>"\nwho = "user"\ntitle = "Full"\n',
    "app/texts/zh.po": 'msgid ""\nmsgstr "Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
    'msgid "Full"\nmsgstr "已满"\n',
    "app/theme/base.css": "a { inset: 0 }",
    "qiao/browser/start.py": "from qiao.browser import kernel, table\nkernel.mount(table.PAGES)\n",
    "qiao/browser/kernel.js": "export function mount(tree) { return tree; }\n",
    "rules/one.py": "number = 1\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    for name, text in FILES.items():
        (folder / "frontend" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "frontend" / name).write_text(text, encoding="utf-8")
    return folder


def built(folder, **changed):
    """Build, with some files changed by path and text just for this time."""
    for name, text in changed.items():
        (folder / "frontend" / name).write_text(text, encoding="utf-8")
    try:
        sources = Sources(folder / "frontend")
        return build(folder / "build", log=lambda text: None, sources=sources)
    finally:
        for name in changed:
            (folder / "frontend" / name).write_text(FILES[name], encoding="utf-8")


@pytest.fixture(scope="module")
def manifest(folder):
    return built(folder)


def text_of(folder, name):
    return (folder / "build" / "assets" / name).read_text(encoding="utf-8")


def test_the_manifest_on_disk_is_the_one_returned(folder, manifest):
    assert json.loads((folder / "build" / "manifest.json").read_text()) == manifest


def test_pages_are_listed_with_path_and_who(manifest):
    event = manifest["pages"]["event"]
    assert (event["path"], event["who"]) == ("/events/<int:id>", "user")


def test_every_file_is_there_with_its_sizes(folder, manifest):
    for name, sizes in manifest["sizes"].items():
        assert len(text_of(folder, name).encode()) == sizes["raw"]
        assert sizes["brotli"] > 0


def test_building_again_changes_nothing(folder, manifest):
    assert built(folder) == manifest


def test_a_build_that_remembers_is_the_same_as_one_that_does_not(folder, manifest):
    built(folder)
    remembered = (folder / "build" / "memory.json").read_text()
    (folder / "build" / "memory.json").unlink()
    assert built(folder) == manifest
    assert (folder / "build" / "memory.json").read_text() == remembered


def test_a_build_for_development_is_not_compressed(folder, manifest):
    sources = Sources(folder / "frontend")
    plain = build(folder / "plain", log=lambda text: None, sources=sources, packed=False)
    assert plain["pages"].keys() == manifest["pages"].keys()
    kinds = {path.suffix for path in (folder / "plain" / "assets").iterdir()}
    assert kinds == {".js", ".css", ".map"}


def test_what_is_served_to_everybody_has_no_source_maps(folder, manifest):
    assert not [name for name in manifest["sizes"] if "sourceMapping" in text_of(folder, name)]


def test_a_change_of_a_page_leaves_the_other_files_alone(folder, manifest):
    again = built(folder, **{"app/pages/home.py": FILES["app/pages/home.py"] + "x = 2\n"})
    same = [key for key in ("runtime", "style", "texts", "extra") if again[key] == manifest[key]]
    assert same == ["runtime", "style", "texts", "extra"]
    assert again["pages"]["event"] == manifest["pages"]["event"]
    assert again["pages"]["home"] != manifest["pages"]["home"]
    assert again["build"] != manifest["build"]


def test_the_page_knows_the_table_of_pages(folder, manifest):
    assert manifest["pages"]["event"]["files"][0] in text_of(folder, manifest["app"])


def test_only_the_app_starts_anything(folder, manifest):
    starts = [name for name in manifest["sizes"] if ".start(" in text_of(folder, name)]
    assert starts == [manifest["app"]]


def test_the_runtime_has_what_the_texts_of_a_language_are_made_with(folder, manifest):
    assert "dict_from_jsobj" in text_of(folder, manifest["texts"]["zh"])
    assert '$out("$B.dict_from_jsobj")' not in text_of(folder, manifest["runtime"])


def test_texts_of_pages_are_in_their_languages_file(folder, manifest):
    assert "已满" in text_of(folder, manifest["texts"]["zh"])


def test_style_is_written_for_old_web_views(folder, manifest):
    assert "inset" in text_of(folder, manifest["style"])


def test_a_script_that_evaluates_text_stops_the_build(folder, manifest):
    with pytest.raises(ForbiddenCode, match="app would turn text into code"):
        built(folder, **{"qiao/browser/kernel.js": "export const mount = eval('1');"})


@pytest.fixture
def builder(folder, tmp_path):
    with Builder(tmp_path / "build", Sources(folder / "frontend"), packed=False) as builder:
        builder.build(log=lambda text: None)
        yield builder


def changed(builder, folder, name, text):
    """Build anew with a file changed; return the manifest and what Node was asked for."""
    asked = []
    send = builder._worker._send
    builder._worker._send = lambda operation, question: (
        asked.append((operation, json.loads(question))) or send(operation, question)
    )
    (folder / "frontend" / name).write_text(text, encoding="utf-8")
    try:
        return builder.build(log=lambda text: None), asked
    finally:
        (folder / "frontend" / name).write_text(FILES[name], encoding="utf-8")


def test_of_a_changed_module_only_that_is_compiled(builder, folder):
    _, asked = changed(builder, folder, "rules/one.py", "number = 2\n")
    # And the table, which names the chunks.
    compiled = [q["name"] for operation, q in asked if operation == "compile"]
    assert compiled == ["rules.one", "qiao.browser.table"]


def test_a_builder_builds_what_a_build_from_nothing_does(builder, folder, tmp_path):
    text = "from typing import TypeAlias\nNumber: TypeAlias = int\nnumber = 3\n"
    again, _ = changed(builder, folder, "rules/one.py", text)
    (folder / "frontend" / "rules/one.py").write_text(text, encoding="utf-8")
    with Builder(tmp_path / "fresh", Sources(folder / "frontend"), packed=False) as fresh:
        assert again["build"] == fresh.build(log=lambda text: None)["build"]
    (folder / "frontend" / "rules/one.py").write_text(FILES["rules/one.py"], encoding="utf-8")


def test_a_mistake_is_told_by_each_build_until_it_is_mended(builder, folder):
    for _ in range(2):
        with pytest.raises(GraphError, match="no module 'os'"):
            changed(builder, folder, "rules/one.py", "import os\nnumber = os\n")
    assert changed(builder, folder, "rules/one.py", "number = 4\n")
