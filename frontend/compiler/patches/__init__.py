"""The patches that turn the pinned Brython into the page's runtime.

A patch is a function from source to source with a name (its own) and a reason (its docstring).
It finds its place by exact markers through the functions of `source.py`, which raise
`MarkerMissing` when Brython is not the one that the patch was written for. Patches run in the
order of `RUNTIME`.
"""

from collections.abc import Callable

from compiler.patches import (
    attributes,
    builtins,
    corrections,
    dictionaries,
    docs,
    dom,
    evaluation,
    floor,
    loading,
    numbers,
    parser,
    shortcuts,
    startup,
    strings,
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
    builtins.without_help,
    builtins.without_memoryview,
    builtins.native_sort,
    builtins.few_codecs,
    tracebacks.lines_only,
    floor.old_web_views,
    startup.lazy_storage,
    startup.lazy_time_zone,
    docs.without_type_docs,
    docs.without_tracing,
    types.plain_function_records,
    types.lazy_types,
    corrections.all_lets_errors_through,
    corrections.exceptions_show_all_arguments,
    corrections.keys_named_like_methods,
    corrections.coroutines_may_be_handed_on,
    corrections.awaits_keep_their_own_frame,
    corrections.bytes_are_added,
    corrections.integers_are_rounded,
    corrections.asynchronous_generators_leave_no_frame,
    corrections.empty_ranges_are_false,
    corrections.comparisons_ask_the_left_first,
    numbers.decimals_are_exact,
    strings.percent_counts_characters,
    strings.over_code_points,
    dictionaries.loops_without_stop_iteration,
    dictionaries.keys_keep_their_order,
    dictionaries.keys_are_one_text,
    dictionaries.deleted_keys_are_gone,
    dictionaries.namespaces_have_no_marks,
    support.called_by_generated_code,
    attributes.classes_are_searched_once,
    shortcuts.small_integers,
    shortcuts.texts_as_they_are,
    shortcuts.lists_and_tuples,
    types.without_types_of_c,
]

__all__ = ["RUNTIME", "Patch", "apply"]
