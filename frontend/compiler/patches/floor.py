"""The oldest browsers: iOS 15.0 and Chromium 94. esbuild rewrites syntax for them, no functions."""

from compiler.patches.source import replace

_OBJECT_HAS_OWN = """Object.hasOwn||Object.defineProperty(Object,'hasOwn',{configurable:true,\
writable:true,value:(object,key)=>Object.prototype.hasOwnProperty.call(object,key)})
"""


def old_web_views(source: str) -> str:
    """`Object.hasOwn` came with iOS 15.4, and a page can't start without; `toReversed` with 16."""
    source = replace(
        source,
        '"use strict";\nvar __BRYTHON__=globalThis.__BRYTHON__',
        '"use strict";\n' + _OBJECT_HAS_OWN + "var __BRYTHON__=globalThis.__BRYTHON__",
    )
    return replace(source, "source.toReversed()", "source.slice().reverse()", times=2)
