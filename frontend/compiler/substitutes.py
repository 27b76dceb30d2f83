"""What to use in the page instead of what it has not."""

# Modules that people reach for.
_NO_FILES = "nothing: the page has no file system"
_SERVER = "the server, by an endpoint in contract/"
_REQUESTS = "an endpoint in contract/"
_ONE_THREAD = "async functions: the page has one thread"
INSTEAD_OF_MODULES = {
    "abc": "a method that raises NotImplementedError",
    "aiohttp": _REQUESTS,
    "asyncio": "async functions as they are; timers and requests come from qiao",
    "browser": "a JavaScript module in qiao/browser/: what it exports, Python imports",
    "javascript": "a JavaScript module: what it exports, Python imports",
    "backend": "an endpoint in contract/: the page reaches the server only through those",
    "calendar": "datetime, and qiao.dates",
    "concurrent": _ONE_THREAD,
    "csv": _SERVER,
    "decimal": "integers of the smallest unit: 1999 fen, shown as 19.99",
    "flask": "a page's load and submit; the backend is behind the endpoints of contract/",
    "fractions": "integers: numerator and denominator",
    "gettext": "gettext and ngettext of qiao",
    "hashlib": _SERVER + ": what a page can compute, anybody can",
    "hmac": _SERVER + ": a page keeps no secret",
    "html": "nothing: elements escape their texts",
    "http": _REQUESTS,
    "httpx": _REQUESTS,
    "importlib": "an import statement: the build puts in only what it sees imported",
    "inspect": "what you know of your own code",
    "io": _NO_FILES,
    "locale": "qiao.i18n: language.get()",
    "logging": "print(), or raise",
    "multiprocessing": _ONE_THREAD,
    "numpy": _SERVER,
    "os": _NO_FILES,
    "pandas": _SERVER,
    "pathlib": _NO_FILES,
    "pickle": "json",
    "queue": _ONE_THREAD,
    "requests": _REQUESTS,
    "secrets": _SERVER + ": what must not be guessed is made there",
    "shutil": _NO_FILES,
    "socket": _REQUESTS,
    "sqlalchemy": _SERVER,
    "sqlite3": _SERVER,
    "subprocess": _SERVER,
    "sys": "nothing: a page has no process",
    "tempfile": _NO_FILES,
    "typing": "annotations only: the build takes them out",
    "unittest": "tests run in CPython: see Testing in docs/guide.md",
    "urllib": "qiao.paths",
    "uuid": "the server: an id that it makes is unique",
    "warnings": "print()",
    "weakref": "on_dispose of qiao: what a page made ends with it",
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


# Names of modules that the page has in part.
_NO_CACHE = "computed() in a view: what a module remembers, the server remembers for everybody"
INSTEAD_OF_NAMES = {
    "contextlib.asynccontextmanager": "a class with __aenter__ and __aexit__",
    "dataclasses.make_dataclass": "a class statement",
    "functools.cache": _NO_CACHE,
    "functools.lru_cache": _NO_CACHE,
    "random.seed": "Random(seed), a generator of your own",
}


def instead_of_name(module: str, name: str) -> str:
    """Return what to use instead of a name that the page's version of a module lacks."""
    known = INSTEAD_OF_NAMES.get(f"{module}.{name}")
    return known or f"what is there, see docs/guide.md; or plain Python in place of {name}"


def instead_of(module: str) -> str:
    """Return what to use instead of a standard or foreign module."""
    top = module.split(".")[0]
    known = INSTEAD_OF_MODULES.get(top)
    return known or f"a small version of it in qiao/lib/{top}.py, or plain Python"
