"""The standard `re` for pages, for texts."""

from _re import compiled, flags_of, groups_of, names_of, run, subject

IGNORECASE = I = 2  # noqa: E741
MULTILINE = M = 8
DOTALL = S = 16
UNICODE = U = 32
VERBOSE = X = 64
ASCII = A = 256
NOFLAG = 0
_SPECIAL = {ord(letter): "\\" + letter for letter in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}
_CONTROLS = {
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
    "\\": "\\",
}


class error(Exception):
    """A pattern or a template is wrong: `msg` says why, `pos` where."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        super().__init__(msg if pos is None else f"{msg} at position {pos}")


def _checked(text):
    if not isinstance(text, str):
        raise TypeError(f"expected string, got {type(text).__name__!r}")
    return text


class Pattern:
    """A compiled pattern."""

    def __init__(self, pattern, flags):
        self._program = compiled(_checked(pattern), flags, error)
        self.pattern = pattern
        self.flags = flags_of(self._program)
        self.groups = groups_of(self._program)
        self.groupindex = names_of(self._program)

    def __repr__(self):
        return f"re.compile({self.pattern!r})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def _found(self, mode, string, pos, endpos, letters=None, advance=False):
        size = len(_checked(string))
        endpos = size if endpos is None else max(0, min(endpos, size))
        pos = max(0, pos)
        if pos > endpos:
            return None
        letters = letters or subject(string)
        places = run(self._program, letters, pos, endpos, mode, advance)
        return None if places is None else Match(self, string, places, pos, endpos)

    def match(self, string, pos=0, endpos=None):
        return self._found("match", string, pos, endpos)

    def fullmatch(self, string, pos=0, endpos=None):
        return self._found("fullmatch", string, pos, endpos)

    def search(self, string, pos=0, endpos=None):
        return self._found("search", string, pos, endpos)

    def finditer(self, string, pos=0, endpos=None):
        letters, advance, first = subject(_checked(string)), False, max(0, pos)
        while found := self._found("search", string, pos, endpos, letters, advance):
            found.pos = first
            yield found
            pos = found.end()
            # An empty match is not found again at its place.
            advance = pos == found.start()

    def findall(self, string, pos=0, endpos=None):
        found = self.finditer(string, pos, endpos)
        if self.groups < 2:
            return [one.group(self.groups) or "" for one in found]
        return [one.groups("") for one in found]

    def split(self, string, maxsplit=0):
        parts, at = [], 0
        for found in self.finditer(string):
            parts += [string[at : found.start()], *found.groups()]
            at = found.end()
            maxsplit -= 1
            if maxsplit == 0:
                break
        return [*parts, string[at:]]

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        if callable(repl):
            fill = repl
        else:
            template = _template(self, _checked(repl))

            def fill(found):
                return _filled(template, found)

        parts, at, made = [], 0, 0
        for found in self.finditer(string):
            parts += [string[at : found.start()], fill(found)]
            at = found.end()
            made += 1
            if made == count:
                break
        return "".join([*parts, string[at:]]), made


class Match:
    """What a pattern found."""

    def __init__(self, pattern, string, places, pos, endpos):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._places = places
        self.lastindex = places[-1] or None

    @property
    def lastgroup(self):
        for name, group in self.re.groupindex.items():
            if group == self.lastindex:
                return name
        return None

    def _number(self, group):
        if isinstance(group, str):
            group = self.re.groupindex.get(group, -1)
        if not 0 <= group <= self.re.groups:
            raise IndexError("no such group")
        return group

    def _text(self, group, default=None):
        begin, end = self.span(group)
        return default if end < 0 else self.string[begin:end]

    def group(self, *groups):
        if len(groups) < 2:
            return self._text(*groups or (0,))
        return tuple(self._text(group) for group in groups)

    def __getitem__(self, group):
        return self._text(group)

    def groups(self, default=None):
        return tuple(self._text(group, default) for group in range(1, self.re.groups + 1))

    def groupdict(self, default=None):
        return {name: self._text(name, default) for name in self.re.groupindex}

    def start(self, group=0):
        return self._places[2 * self._number(group)]

    def end(self, group=0):
        return self._places[2 * self._number(group) + 1]

    def span(self, group=0):
        return self.start(group), self.end(group)

    def expand(self, template):
        return _filled(_template(self.re, template), self)

    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={self.group()!r}>"


def _template(pattern, text):
    """Return the parts of a template: texts, and numbers of groups."""
    parts, at = [], 0
    while (place := text.find("\\", at)) >= 0:
        parts.append(text[at:place])
        at = place + 2
        letter = text[place + 1 : at]
        if not letter:
            raise error("bad escape (end of pattern)", text, place)
        if letter == "g":
            end = text.find(">", at)
            if text[at : at + 1] != "<":
                raise error("missing <", text, at)
            if end < 0:
                what = "missing >, unterminated name" if text[at + 1 :] else "missing group name"
                raise error(what, text, at + 1)
            parts.append(_group_of(pattern, text, text[at + 1 : end], at + 1))
            at = end + 1
        elif letter in "0123456789":
            while at - place < 4 and text[at : at + 1] in tuple("0123456789"):
                at += 1
            part, at = _digits(pattern, text, place, text[place + 1 : at])
            parts.append(part)
        elif letter in _CONTROLS:
            parts.append(_CONTROLS[letter])
        elif letter.isascii() and letter.isalpha():
            raise error(f"bad escape \\{letter}", text, place)
        else:
            parts.append("\\" + letter)
    return [*parts, text[at:]]


def _digits(pattern, text, place, digits):
    """Return what digits behind a backslash mean, a letter or a group, and where they end."""
    octal = [one for one in digits if one in "01234567"]
    if digits[0] == "0" or len(octal) == 3:
        if digits[0] == "0":
            digits = digits[: 1 if len(octal) < 2 or digits[1] not in octal else len(octal)]
        code = int(digits, 8)
        if code > 255:
            raise error(f"octal escape value \\{digits} outside of range 0-0o377", text, place)
        return chr(code), place + 1 + len(digits)
    digits = digits[:2]
    return _group_of(pattern, text, digits, place + 1), place + 1 + len(digits)


def _group_of(pattern, text, name, at):
    if not name:
        raise error("missing group name", text, at)
    if name.isascii() and name.isdigit():
        group = int(name)
        if group > pattern.groups:
            raise error(f"invalid group reference {group}", text, at)
        return group
    if not name.isidentifier():
        raise error(f"bad character in group name {name!r}", text, at)
    if name not in pattern.groupindex:
        raise IndexError(f"unknown group name {name!r}")
    return pattern.groupindex[name]


def _filled(template, found):
    return "".join(part if isinstance(part, str) else found._text(part, "") for part in template)


_known = {}


def compile(pattern, flags=0):
    """Return the pattern; those used last are kept."""
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    key = (pattern, flags)
    if key not in _known:
        if len(_known) > 99:
            _known.clear()
        _known[key] = Pattern(pattern, flags)
    return _known[key]


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def escape(pattern):
    return pattern.translate(_SPECIAL)


def purge():
    _known.clear()
