"""What to use in the page instead of what it has not."""

# Modules that people reach for.
INSTEAD_OF_MODULES = {
    "asyncio": "async functions as they are; timers and requests come from qiao",
    "browser": "a JavaScript module in qiao/browser/: what it exports, Python imports",
    "javascript": "a JavaScript module: what it exports, Python imports",
    "backend": "an endpoint in contract/: the page reaches the server only through those",
    "dataclasses": "a class with __init__, or a Record of qiao.contract",
    "datetime": "qiao.dates: local times are text, formatted there",
    "enum": "constants, or choice() in a contract",
    "logging": "print(), or raise",
    "os": "nothing: the page has no file system",
    "requests": "an endpoint in contract/",
    "typing": "annotations only: the build takes them out",
    "urllib": "qiao.paths",
}

# Names that are there for type checkers only.
INSTEAD_OF_TYPES = {
    "Callable": "callable(x)",
    "Mapping": "isinstance(x, dict)",
    "Sequence": "isinstance(x, (list, tuple))",
    "Iterable": "hasattr(x, '__iter__')",
    "NamedTuple": "a class with __init__",
    "NewType": "call the type itself",
    "ModuleType": "type(some_module)",
}


def instead_of(module: str) -> str:
    """Return what to use instead of a standard or foreign module."""
    top = module.split(".")[0]
    known = INSTEAD_OF_MODULES.get(top)
    return known or f"a small version of it in qiao/lib/{top}.py, or plain Python"
