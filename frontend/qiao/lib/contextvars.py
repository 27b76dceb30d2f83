"""The standard `contextvars` for pages: one page, one person, so one context."""

MISSING = object()


class ContextVar:
    """A variable that on the server is one a request, and here simply one."""

    def __init__(self, name, *, default=MISSING):
        self.name = name
        self.current = default

    def get(self, default=MISSING):
        if self.current is not MISSING:
            return self.current
        if default is MISSING:
            raise LookupError(self.name)
        return default

    def set(self, value):
        token = Token(self, self.current)
        self.current = value
        return token

    def reset(self, token):
        self.current = token.old_value


class Token:
    """What `reset` takes to go back to the value before."""

    MISSING = MISSING

    def __init__(self, var, old_value):
        self.var = var
        self.old_value = old_value
