"""Random trees, built by the same Python in the page and in CPython from a plain description.

A description is JSON: `["text", "a"]`, `["element", "p", [[name, how, one, two]], [children]]`,
`["live", one, two]` and so on. What has two values changes from one to the other with `state`.
"""

from qiao import Element, boundary, each, show


def tree_of(what, state):
    """Return the tree of a description; `state` is a signal that is 0 or 1."""
    kind = what[0]
    if kind == "nothing":
        return [None, False, [], ()][what[1]]
    if kind == "text" or kind == "number":
        return what[1]
    if kind == "several":
        return [tree_of(one, state) for one in what[1]]
    if kind == "live":
        return live(what, state)
    if kind == "each":
        return each_of(what, state)
    if kind == "show":
        return show_of(what, state)
    if kind == "boundary":
        return boundary_of(what, state)
    return element_of(what, state)


def live(what, state):
    return lambda: what[1 + state.value]


def each_of(what, state):
    def row(key):
        return [tree_of(what[3], state), str(key)]

    def otherwise():
        return tree_of(what[4], state)

    return each(lambda: what[1 + state.value], key=lambda key: key, render=row, otherwise=otherwise)


def show_of(what, state):
    return show(
        lambda: what[1 + state.value],
        lambda: tree_of(what[3], state),
        lambda: tree_of(what[4], state),
    )


def boundary_of(what, state):
    def render():
        if what[1]:
            raise ValueError("on purpose")
        return tree_of(what[2], state)

    return boundary(render, lambda error, again: str(error))


def element_of(what, state):
    attrs = {}
    for name, how, one, two in what[2]:
        attrs[name] = live(["live", one, two], state) if how == "live" else one
    element = Element(what[1])(**attrs)
    if what[3] is None:
        return element
    return element[[tree_of(one, state) for one in what[3]]]
