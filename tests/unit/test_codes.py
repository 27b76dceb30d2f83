import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.codes import LETTERS, Codes, show
from contract.tickets import ForgedTicket

codes = Codes(b"a key of this test")


def test_a_code_has_sixteen_letters_that_are_not_mixed_up():
    code = codes.issue()
    assert len(code) == 16
    assert set(code) <= set(LETTERS)
    assert not set(LETTERS) & set("ILOU")


def test_it_is_shown_in_four_groups():
    assert show("ABCDEFGH23456789") == "ABCD-EFGH-2345-6789"


def test_two_codes_differ():
    assert len({codes.issue() for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    "typed",
    [show, str.lower, lambda code: f" {show(code)} ", lambda code: code.replace("0", "O"),
     lambda code: code.replace("1", "I"), lambda code: code.replace("1", "l")],
)  # fmt: skip
def test_it_is_read_as_people_type_it(typed):
    # Enough of them that each of the letters is met.
    for code in [codes.issue() for _ in range(50)]:
        assert codes.read(typed(code)) == code


def test_a_code_with_one_letter_changed_is_forged():
    code = codes.issue()
    for at, letter in enumerate(code):
        other = "A" if letter != "A" else "B"
        with pytest.raises(ForgedTicket):
            codes.read(code[:at] + other + code[at + 1 :])


def test_a_code_of_another_key_is_forged():
    with pytest.raises(ForgedTicket):
        codes.read(Codes(b"another key").issue())


@given(st.text())
def test_any_other_text_is_forged(typed):
    with pytest.raises(ForgedTicket):
        codes.read(typed)
