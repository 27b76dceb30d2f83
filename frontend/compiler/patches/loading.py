"""Where modules come from: chunks that register functions, and nowhere else."""

from pathlib import Path

from compiler.patches.source import replace, replace_span, span

LOADER = Path(__file__).parent.parent / "javascript" / "loader.js"


def own_loader(source: str) -> str:
    """Brython's finders ask the server with synchronous requests and run source by `new Function`.

    One table of functions, filled by the chunks, takes their place: an import is a look-up and a
    call, and an unknown name is a ModuleNotFoundError at once. No specs, no loaders.
    """
    source = replace_span(
        source,
        "$B.make_import_paths=function(filename){",
        "function import_error(mod_name){",
        LOADER.read_text(encoding="utf-8"),
    )
    source = replace_span(
        source,
        "$B.$meta_path=[VFSFinder,StdlibStaticFinder,PathFinder]",
        '$B.imported["_importlib"]=_importlib_module',
        "",
        keep_end=False,
    )
    source = replace_span(
        source,
        "$B.module_setattr($B.imported.builtins,'__spec__',$B.ModuleSpec.$factory(",
        "var copyright=",
        "$B.module_setattr($B.imported.builtins,'__spec__',_b_.None)\n",
    )
    return _without_paths_in_sys(source)


def _without_paths_in_sys(source: str) -> str:
    """`sys.path` and its like describe the finders that are gone."""
    start = "path:{__get__:function(){var filename=$B.get_filename_for_import()"
    return replace_span(source, start, "setrecursionlimit:function(value)", "")


def without_script_loading(source: str) -> str:
    """Scripts of type text/python, their queue and their cache in IndexedDB have no use here."""
    start = (
        "(function($B){var _b_=$B.builtins\n"
        "if($B.VFS_timestamp && $B.VFS_timestamp > $B.timestamp){"
    )
    section = span(source, start, "$B.has_indexedDB=self.indexedDB !==undefined})(__BRYTHON__);")
    source = replace(source, section, "")
    # Of the section that follows the last types, all reads, compiles or runs script elements,
    # except the options, which error reports ask for.
    return replace_span(
        source,
        "var ast=$B.ast\nfunction get_line(filename,lineno){",
        "globalThis.brython=__BRYTHON__.brython\n",
        OPTIONS,
        keep_end=False,
    )


# What is left of Brython's options: nothing can be set, so each has its one value. `debug` 1 makes
# the runtime keep what tracebacks need and print nothing itself.
OPTIONS = """var options={args:[],cache:false,debug:1,indexeddb:false,python_extension:'.py',\
static_stdlib_import:false,js_tab:2}
_b_.__debug__=true
$B.get_filename=function(){if($B.count_frames()>0){return $B.get_frame_at(0).__file__}}
$B.get_page_option=$B.get_option=$B.get_option_from_filename=option=>options[option.toLowerCase()]
})(__BRYTHON__);
"""
