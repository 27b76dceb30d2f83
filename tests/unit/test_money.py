import pytest

from qiao.contract import Wrong, money
from qiao.money import format_money, plain_amount, read_amount


@pytest.mark.parametrize(
    ("fen", "text"), [(0, "0"), (5, "0.05"), (6650, "66.50"), (6600, "66"), (10**7, "100000")]
)
def test_amounts_are_written_and_read_exactly(fen, text):
    assert (plain_amount(fen), read_amount(text)) == (text, fen)
    assert format_money(fen) == f"¥{text}"


def test_amounts_are_read_as_people_write_them():
    assert [read_amount(text) for text in (" ¥ 66.5 ", "￥66.50", "066.50")] == [6650] * 3


@pytest.mark.parametrize("text", ["", "¥", "1.234", "-1", "1e3", "1,00", ".5", "5.", "٣", "1 0"])
def test_what_is_no_amount_is_none(text):
    assert read_amount(text) is None


def test_a_field_says_what_is_wrong_with_an_amount():
    field = money("Price", max=10_000)
    assert field.read(field.parse(["66.50"])) == 6650
    with pytest.raises(Wrong, match=r"Price must be an amount like 66\.50"):
        field.read(field.parse(["much"]))
    with pytest.raises(Wrong, match="Price can be ¥100 at most"):
        field.read(field.parse(["100.01"]))
    assert field.show(6650) == "66.50"
