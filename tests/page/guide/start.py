"""The page of the guide's test: prints the HTML that each example makes."""

import json

from qiao.browser import dom, kernel, probe, web
from qiao.signals import Owner


def show(root, example):
    kernel.mount(root, example())


def main():
    dom.setup()
    for number, html in enumerate(json.loads(web.island())):
        module = __import__(f"examples.e{number}", None, None, ["example"])
        root = probe.make_root("")
        Owner().run(show, root, module.example)
        print("HTML " + json.dumps([probe.html(root), probe.canonical(html)]))
    print("DONE")


main()
