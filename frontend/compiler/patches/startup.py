"""What Brython does when its script runs: as little as possible, and nothing that can fail."""

from compiler.patches.source import find, find_after, replace_span


def lazy_storage(source: str) -> str:
    """Reading localStorage is a synchronous call into the browser's own process: on demand only."""
    return replace_span(
        source,
        'var has_storage=typeof(Storage)!=="undefined"',
        "var _window=globalThis",
        """for(let [name,global] of \
[['local_storage','localStorage'],['session_storage','sessionStorage']]){
let read=()=>{try{return globalThis[global]}catch(error){return undefined}}
Object.defineProperty($B,name,{configurable:true,get:read})
Object.defineProperty($B,'has_'+name,{configurable:true,get:()=>!!read()})}
""",
    )


def lazy_time_zone(source: str) -> str:
    """The zone's name costs two `Intl.DateTimeFormat`, 60 ms on a slow phone, and nobody reads it.

    It also kills the start in a WebKit that reports the locale `C`; the getter says UTC then.
    """
    formatter = find(source, "var formatter=new Intl.DateTimeFormat($B.language")
    start = source.rindex("var date=new Date()", 0, formatter)
    last = "$B.tz_name=long.substr(ix).trim()\n"
    end = find_after(source, last, formatter) + len(last)
    body = source[start:end].replace("$B.tz_name=", "return ")
    return (
        source[:start]
        + "Object.defineProperty($B,'tz_name',{configurable:true,get(){try{"
        + body
        + "}catch(error){return 'UTC'}}})\n"
        + source[end:]
    )
