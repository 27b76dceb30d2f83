"""docs/native.md is what the table of native calls says."""

from package import native_docs
from qiao.contract.native_table import WAYS
from tools.paths import ROOT


def test_the_page_is_what_the_table_says():
    assert (ROOT / "docs" / "native.md").read_text("utf-8") == native_docs.text()


def test_only_what_a_host_does_not_do_needs_a_reason():
    assert [(kind, host) for kind, host in native_docs.WHY if host in WAYS[kind]] == []
