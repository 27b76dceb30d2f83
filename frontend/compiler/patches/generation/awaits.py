"""Coroutines that know their task, see `qiao/tasks.py`."""

from compiler.patches.source import replace


def resumed_by_support(source: str) -> str:
    """After an `await`, a coroutine belongs to its task again, or ends if that was cancelled.

    Others have run meanwhile. Only here, right before it goes on, can nothing come between.
    """
    for awaited, end in (
        ("${$B.js_from_ast(this.value, scopes)}", ")`}"),
        ("$B.$call(_b_.anext, iter_${id})", ")\\n`"),
        ("$B.$call(aenter_${id}, mgr_${id})", "),\\n`"),
        ("aexit_${id}(mgr_${id}, _b_.None, _b_.None, _b_.None)", ")\\n`"),
    ):
        source = replace(
            source,
            f"await $B.promise({awaited}{end}",
            f"$B.$resume(await $B.$wait({awaited}){end}",
        )
    return replace(
        source,
        "await $B.promise(aexit_${id}(mgr_${id}, $B.get_class(err_${id}), \\n`+\n"
        "prefix+tab.repeat(4)+`err_${id}, $B.$getattr(err_${id}, '__traceback__')))\\n`+",
        "$B.$resume(await $B.$wait(aexit_${id}(mgr_${id}, $B.get_class(err_${id}), \\n`+\n"
        "prefix+tab.repeat(4)+`err_${id}, $B.$getattr(err_${id}, '__traceback__'))))\\n`+",
    )
