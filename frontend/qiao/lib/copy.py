"""The standard `copy` for pages."""

_ATOMS = (int, float, complex, str, bytes, bool, type(None), type(...), type, range, type(len))


class Error(Exception):
    """Something can't be copied."""


def copy(x):
    if hasattr(type(x), "__copy__"):
        return x.__copy__()
    if isinstance(x, _ATOMS) or callable(x) and not hasattr(x, "__dict__"):
        return x
    if type(x) in (list, dict, set, bytearray):
        return x.copy()
    if type(x) in (tuple, frozenset) or callable(x):
        return x
    return _again(x, lambda value: value)


def deepcopy(x, memo=None):
    """Copy `x` and all that is in it; what occurs twice stays one."""
    memo = {} if memo is None else memo
    if id(x) in memo:
        return memo[id(x)]
    if hasattr(type(x), "__deepcopy__"):
        made = x.__deepcopy__(memo)
        memo[id(x)] = made
        return made
    if isinstance(x, _ATOMS) and type(x) in _ATOMS or callable(x):
        return x
    kind = type(x)
    if kind is list:
        memo[id(x)] = made = []
        made.extend(deepcopy(item, memo) for item in x)
        return made
    if kind is dict:
        memo[id(x)] = made = {}
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
        return made
    if kind in (tuple, set, frozenset):
        made = kind([deepcopy(item, memo) for item in x])
        # What is as it was needs no copy of its own.
        if kind is tuple and all(one is other for one, other in zip(made, x, strict=True)):
            made = x
        memo[id(x)] = made
        return made
    if kind is bytearray:
        return x.copy()
    return _again(x, lambda value: deepcopy(value, memo), memo)


def _again(x, each, memo=None):
    """Make an object of the same class, with the attributes and items of `x`."""
    kind = type(x)
    if isinstance(x, (str, int, float, tuple, frozenset)):
        return x
    made = kind.__new__(kind)
    if memo is not None:
        memo[id(x)] = made
    for name, value in x.__dict__.items():
        setattr(made, name, each(value))
    if isinstance(x, dict):
        for key, value in x.items():
            made[each(key)] = each(value)
    elif isinstance(x, list):
        made.extend(each(item) for item in x)
    elif isinstance(x, set):
        made.update(each(item) for item in x)
    return made
