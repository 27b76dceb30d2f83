"""The standard `threading` for pages: there is one thread, so `local` is an ordinary object."""


class local:
    """Attributes that each thread has for itself."""
