import csv
import io

import pytest

from backend.downloads import disposition
from backend.spreadsheets import cell, lines

HARMFUL = ["=1+1", "+86 138", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1"]


@pytest.mark.parametrize("text", [*HARMFUL, "＝1", "＋1", "－1", "＠SUM(A1)"])
def test_no_text_is_a_formula(text):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("value", ["Li Na", "a=b", "李娜", "", None, -5, 2.5, "5-6", "'=1"])
def test_all_else_is_kept(value):
    assert cell(value) is value


def test_whatever_a_cell_holds_is_read_back():
    row = ['a "b", c', "two\nlines", "; ,", "李娜 🎉", ""]
    assert next(csv.reader(io.StringIO(lines([row]), newline=""))) == row


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Tea.csv", "Tea.csv"),
        ("春茶.csv", "%E6%98%A5%E8%8C%B6.csv"),
        ('a/b\\c"d;e', "a-b-c-d%3Be"),
        ("x\r\nSet-Cookie: a=b", "x%0D%0ASet-Cookie-%20a%3Db"),
    ],
)
def test_the_name_of_a_file_is_one_whatever_it_is(name, whole):
    assert disposition(name, "guests-7.csv") == (
        f"attachment; filename=\"guests-7.csv\"; filename*=UTF-8''{whole}"
    )
