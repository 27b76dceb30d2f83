"""The standard `contextvars` for pages: one page, one person, so one context."""

_MISSING = object()


class ContextVar:
    """A variable that on the server is one a request, and here simply one."""

    def __init__(self, name, *, default=_MISSING):
        self.name = name
        self.default = default
        self.current = _MISSING

    def get(self, default=_MISSING):
        for value in (self.current, default, self.default):
            if value is not _MISSING:
                return value
        raise LookupError(self.name)

    def set(self, value):
        token = Token(self, self.current)
        self.current = value
        return token

    def reset(self, token):
        self.current = token.old_value


class Token:
    """What `reset` takes to go back to the value before."""

    MISSING = _MISSING

    def __init__(self, var, old_value):
        self.var = var
        self.old_value = old_value
