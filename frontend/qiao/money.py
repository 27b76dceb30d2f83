"""Amounts of money: whole numbers of fen, written and read in yuan. Never by way of a float."""


def plain_amount(fen: int) -> str:
    """Return an amount in yuan: 6650 is `66.50`, and 6600 is `66`."""
    rest = fen % 100
    return str(fen // 100) + (f".{rest // 10}{rest % 10}" if rest else "")


def format_money(fen: int) -> str:
    """Return an amount as people read it: 6650 is `¥66.50`."""
    return f"¥{plain_amount(fen)}"


def read_amount(text: str) -> int | None:
    """Return the fen of an amount in yuan as people write it, `None` for what is none."""
    plain = text.strip().removeprefix("¥").removeprefix("￥").strip()
    yuan, dot, rest = plain.partition(".")
    digits = yuan + rest
    fine = digits.isascii() and digits.isdigit() and len(digits) < 13
    if not fine or not yuan or len(rest) > 2 or bool(dot) != bool(rest):
        return None
    return int(yuan) * 100 + int((rest + "00")[:2])
