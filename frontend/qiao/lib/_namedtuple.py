"""`collections.namedtuple` for pages."""

KEYWORDS = frozenset(
    [
        "False",
        "None",
        "True",
        "and",
        "as",
        "assert",
        "async",
        "await",
        "break",
        "class",
        "continue",
        "def",
        "del",
        "elif",
        "else",
        "except",
        "finally",
        "for",
        "from",
        "global",
        "if",
        "import",
        "in",
        "is",
        "lambda",
        "nonlocal",
        "not",
        "or",
        "pass",
        "raise",
        "return",
        "try",
        "while",
        "with",
        "yield",
    ]
)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Return a class of tuples whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = tuple(map(str, field_names))
    if rename:
        names = tuple(
            f"_{at}" if _wrong(name) or name[0] == "_" or name in names[:at] else name
            for at, name in enumerate(names)
        )
    for name in (typename, *names):
        if _wrong(name):
            raise ValueError(
                f"Type names and field names must be valid identifiers: {name!r}"
                if not name.isidentifier()
                else f"Type names and field names cannot be a keyword: {name!r}"
            )
    for at, name in enumerate(names):
        if name[0] == "_" and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in names[:at]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
    usual = tuple(defaults or ())
    if len(usual) > len(names):
        raise TypeError("Got more default values than field names")
    field_defaults = dict(zip(names[len(names) - len(usual) :], usual, strict=True))
    methods = {
        "__slots__": (),
        "_fields": names,
        "_field_defaults": field_defaults,
        "__match_args__": names,
        "__new__": _maker(typename, names, field_defaults),
        "_make": classmethod(_make),
        "_replace": _replace,
        "__replace__": _replace,
        "_asdict": lambda self: dict(zip(names, self, strict=True)),
        "__repr__": _shown,
        "__getnewargs__": lambda self: tuple(self),
    }
    for at, name in enumerate(names):
        methods[name] = property(lambda self, at=at: self[at])
    return type(typename, (tuple,), methods)


def _wrong(name):
    return not name.isidentifier() or name in KEYWORDS


def _maker(typename, names, defaults):
    def new(cls, /, *args, **kwargs):
        values = list(args)
        if len(values) > len(names):
            count = f"{len(names) + 1} positional arguments but {len(values) + 1} were given"
            raise TypeError(f"{typename}.__new__() takes {count}")
        for name in names[: len(values)]:
            if name in kwargs:
                raise TypeError(f"{typename}.__new__() got multiple values for argument '{name}'")
        for name in names[len(values) :]:
            if name in kwargs:
                values.append(kwargs.pop(name))
            elif name in defaults:
                values.append(defaults[name])
            else:
                raise TypeError(f"{typename}.__new__() missing required argument: '{name}'")
        for name in kwargs:
            raise TypeError(f"{typename}.__new__() got an unexpected keyword argument '{name}'")
        return tuple.__new__(cls, values)

    return new


def _make(cls, iterable):
    made = tuple.__new__(cls, iterable)
    if len(made) != len(cls._fields):
        raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
    return made


def _replace(self, /, **kwds):
    unknown = [name for name in kwds if name not in self._fields]
    if unknown:
        raise ValueError(f"Got unexpected field names: {unknown!r}")
    return self._make(
        [kwds.get(name, value) for name, value in zip(self._fields, self, strict=True)]
    )


def _shown(self):
    values = zip(self._fields, self, strict=True)
    return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in values)})"
