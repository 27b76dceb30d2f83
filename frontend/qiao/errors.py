"""Mistakes of the programmer, each with what to do instead."""

# Of exceptions, not only those below: Python writes the messages of these itself, of names in the
# code. Other messages may quote a person.
OF_CODE = (
    "AttributeError",
    "ImportError",
    "ModuleNotFoundError",
    "NameError",
    "RecursionError",
    "UnboundLocalError",
    "ZeroDivisionError",
)


class TreeError(TypeError):
    """Something in a tree that no renderer can show."""


class HydrationError(RuntimeError):
    """The page wanted something else than the server had sent."""


class NotSupported(RuntimeError):
    """This host can't do it; the text names the host."""


class PageError(TypeError):
    """A page module that lacks something, or says something impossible."""
