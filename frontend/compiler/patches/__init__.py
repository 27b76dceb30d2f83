"""The patches that turn the pinned Brython into the page's runtime.

A patch is a function from source to source with a name (its own) and a reason (its docstring).
It finds its place by exact markers through the functions of `source.py`, which raise
`MarkerMissing` when Brython is not the one that the patch was written for. Patches run in the
order of `RUNTIME`.
"""

from collections.abc import Callable

from compiler.patches import (
    builtins,
    corrections,
    docs,
    dom,
    evaluation,
    floor,
    loading,
    parser,
    startup,
    support,
    tracebacks,
    types,
)
from compiler.patches.source import apply

Patch = Callable[[str], str]

RUNTIME: list[Patch] = [
    parser.without_compiler,
    parser.without_feature_test,
    parser.without_tokenizer,
    loading.own_loader,
    loading.without_script_loading,
    evaluation.no_exec,
    evaluation.no_compile,
    evaluation.no_code_objects,
    evaluation.no_javascript_subclass,
    evaluation.no_python_source,
    dom.without_dom,
    dom.without_browser_modules,
    builtins.without_files,
    builtins.without_memoryview,
    builtins.native_sort,
    builtins.few_codecs,
    tracebacks.lines_only,
    floor.old_web_views,
    startup.lazy_storage,
    startup.lazy_time_zone,
    docs.without_type_docs,
    types.plain_function_records,
    types.lazy_types,
    corrections.all_lets_errors_through,
    corrections.exceptions_show_all_arguments,
    corrections.keys_named_like_methods,
    corrections.coroutines_may_be_handed_on,
    corrections.awaits_keep_their_own_frame,
    support.called_by_generated_code,
]

__all__ = ["RUNTIME", "Patch", "apply"]
