"""The page of the parity test: builds and hydrates every description, and prints what differs."""

import json

from trees import tree_of

from qiao.browser import dom, kernel, probe, web
from qiao.signals import Owner, signal


def differences(case):
    """Return what the page made otherwise than the server."""
    found = []
    root = probe.make_root("")
    state = signal(0)
    owner = Owner()
    owner.run(lambda: kernel.mount(root, tree_of(case["tree"], state)))
    note(found, "created", probe.html(root), case["html"][0])
    state.value = 1
    note(found, "created, then changed", probe.html(root), case["html"][1])
    state.value = 0
    note(found, "created, changed and back", probe.html(root), case["html"][0])
    owner.dispose()

    probe.clear()
    root = probe.add_root(case["html"][0])
    state = signal(0)
    owner = Owner()
    owner.run(lambda: kernel.hydrate(root, tree_of(case["tree"], state)))
    note(found, "hydrated", probe.html(root), case["html"][0])
    note(found, "nodes made while hydrating", str(probe.made(root)), "0")
    note(found, "nodes of the server taken away", str(probe.lost(root)), "0")
    state.value = 1
    note(found, "hydrated, then changed", probe.html(root), case["html"][1])
    owner.dispose()
    note(found, "signal left with readers", str(len(state.targets)), "0")
    return found


def note(found, when, page, server):
    if page != probe.canonical(server):
        found.append({"when": when, "page": page, "server": server})


def main():
    dom.setup()
    for number, case in enumerate(json.loads(web.island())):
        try:
            wrong = differences(case)
        except Exception as error:
            web.report(error)
            wrong = [{"when": "failed", "page": str(error), "server": ""}]
        if wrong:
            print("WRONG " + json.dumps({"number": number, "wrong": wrong}))
    print("DONE")


main()
