"""The standard `textwrap` for pages: its functions."""

_SPACES = "\t\n\x0b\x0c\r "


def _is_word(char):
    return char.isalnum() or char == "_"


def _is_letter(char):
    return _is_word(char) and not char.isdigit()


def _is_dash(text, at):
    """Tell whether a dash of several hyphens, between words, begins here."""
    end = at
    while text[end : end + 1] == "-":
        end += 1
    after = text[end : end + 1]
    before = text[at - 1 : at] if at else ""
    return end - at > 1 and _ends_word(before) and after != "" and _is_word(after)


def _ends_word(char):
    return char != "" and (_is_word(char) or char in "!\"'&.,?")


def _may_break_after(text, at):
    """Tell whether a line may end with the hyphen at this place."""
    if text[at] != "-":
        return False
    before = text[max(0, at - 3) : at]
    words = len(before) > 1 and _is_letter(before[-1]) and _is_letter(before[-2])
    letters = len(before) > 2 and before[-2] == "-" and _is_letter(before[-1])
    if not words and not (letters and _is_letter(before[-3])):
        return False
    after = text[at + 1 : at + 4]
    if after[1:2] == "-":
        after = after[0] + after[2:]
    return len(after) > 1 and _is_letter(after[0]) and _is_letter(after[1])


def _chunks(text, on_hyphens):
    """Return the parts of a text that stay whole, and the spaces between."""
    found = []
    at = 0
    while at < len(text):
        start = at
        if text[at] in _SPACES:
            while at < len(text) and text[at] in _SPACES:
                at += 1
        elif on_hyphens and _is_dash(text, at):
            while text[at] == "-":
                at += 1
        else:
            at += 1
            while at < len(text) and text[at] not in _SPACES:
                if on_hyphens and _may_break_after(text, at):
                    at += 1
                    break
                if on_hyphens and _is_dash(text, at):
                    break
                at += 1
        found.append(text[start:at])
    return found


def wrap(
    text,
    width=70,
    *,
    initial_indent="",
    subsequent_indent="",
    expand_tabs=True,
    replace_whitespace=True,
    drop_whitespace=True,
    break_long_words=True,
    break_on_hyphens=True,
    tabsize=8,
    max_lines=None,
    placeholder=" [...]",
):
    """Return the lines of a paragraph."""
    if width <= 0:
        raise ValueError(f"invalid width {width!r} (must be > 0)")
    if max_lines is not None:
        indent = subsequent_indent if max_lines > 1 else initial_indent
        if len(indent) + len(placeholder.lstrip()) > width:
            raise ValueError("placeholder too large for max width")
    if expand_tabs:
        text = text.expandtabs(tabsize)
    if replace_whitespace:
        text = "".join(" " if char in _SPACES else char for char in text)
    left = _chunks(text, break_on_hyphens)[::-1]
    lines = []
    while left:
        indent = subsequent_indent if lines else initial_indent
        room = width - len(indent)
        if drop_whitespace and lines and not left[-1].strip():
            left.pop()
        line = []
        length = 0
        while left and length + len(left[-1]) <= room:
            length += len(left[-1])
            line.append(left.pop())
        if left and len(left[-1]) > room:
            _break_word(left, line, length, room, break_long_words, break_on_hyphens)
            length = sum(map(len, line))
        if drop_whitespace and line and not line[-1].strip():
            length -= len(line.pop())
        if not line:
            continue
        is_last = not left or (drop_whitespace and len(left) == 1 and not left[0].strip())
        if max_lines is None or len(lines) + 1 < max_lines or (is_last and length <= room):
            lines.append(indent + "".join(line))
            continue
        lines.append(_shortened(lines, line, length, room, indent, width, placeholder))
        if lines[-1] is None:
            lines[-2:] = [lines[-2].rstrip() + placeholder]
        break
    return lines


def _break_word(left, line, length, room, anywhere, on_hyphens):
    """Put the start of a word that is longer than a line into this one."""
    free = 1 if room < 1 else room - length
    if not anywhere:
        if not line:
            line.append(left.pop())
        return
    word = left[-1]
    end = free
    if on_hyphens and len(word) > free:
        hyphen = word.rfind("-", 0, free)
        if hyphen > 0 and any(char != "-" for char in word[:hyphen]):
            end = hyphen + 1
    line.append(word[:end])
    left[-1] = word[end:]


def _shortened(lines, line, length, room, indent, width, placeholder):
    """Return the last line with the placeholder; None if it goes behind the line before."""
    while line:
        if line[-1].strip() and length + len(placeholder) <= room:
            return indent + "".join(line) + placeholder
        length -= len(line.pop())
    if lines and len(lines[-1].rstrip()) + len(placeholder) <= width:
        return None
    return indent + placeholder.lstrip()


def fill(text, width=70, **options):
    """Return a paragraph as one text of such lines."""
    return "\n".join(wrap(text, width, **options))


def shorten(text, width, **options):
    """Return a text as one line, cut between words."""
    return fill(" ".join(text.strip().split()), width, max_lines=1, **options)


def dedent(text):
    """Take out what all lines begin with of spaces."""
    lines = [line if line.strip(" \t") else "" for line in text.split("\n")]
    margin = None
    for line in filter(None, lines):
        spaces = line[: len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = spaces
        while not spaces.startswith(margin):
            margin = margin[:-1]
    return "\n".join(line[len(margin or "") :] for line in lines)


def indent(text, prefix, predicate=None):
    """Put a prefix before lines: those that say something, or those that are wanted."""
    wanted = predicate or str.strip
    return "".join(prefix + line if wanted(line) else line for line in text.splitlines(True))
