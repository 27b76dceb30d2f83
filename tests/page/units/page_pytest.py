"""As much of pytest as tests need that also run in the page, where it goes by its name."""


class Mark:
    """One `mark.parametrize` of a function, as pytest itself keeps it."""

    name = "parametrize"

    def __init__(self, *args):
        self.args = args


class mark:
    """Marks: only `parametrize`."""

    @staticmethod
    def parametrize(names, values, ids=None):
        def add(fn):
            fn.pytestmark = [*getattr(fn, "pytestmark", []), Mark(names, values)]
            return fn

        return add


def fixture(fn):
    """Mark a generator function as a fixture of its module."""
    fn.is_fixture = True
    return fn


class raises:
    """Expect an exception; `match` must be plain text that its text contains."""

    def __init__(self, kind, match=""):
        self.kind = kind
        self.match = match.replace("\\", "")
        self.value = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if error is None:
            raise AssertionError(f"{self.kind.__name__} was not raised")
        if not isinstance(error, self.kind):
            return False
        self.value = error
        if self.match not in str(error):
            raise AssertionError(f"{self.match!r} is not in {str(error)!r}")
        return True


class MonkeyPatch:
    """Changes that are taken back after the test: only `setitem`."""

    def __init__(self):
        self.undone = []

    def setitem(self, target, key, value):
        before = target.copy()
        target[key] = value

        def undo():
            target.clear()
            target.update(before)

        self.undone.append(undo)

    def undo(self):
        for undo in reversed(self.undone):
            undo()
