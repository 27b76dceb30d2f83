"""Brython's built-in types: what is made of them at the start, and what when it is needed.

There are 240, and a page reads the dict of some thirty. Finishing one means a descriptor for each
method, slot and attribute, and a record of names for each function.
"""

import re
from collections import Counter

from compiler.errors import MarkerMissing
from compiler.patches.source import find, find_after, replace, replace_span

_SLOTS = "['tp_descr_get','tp_descr_set','tp_iter','tp_call','tp_new','tp_init','tp_setattro']"

# Runs when the dict of a type is first read.
_FILL = """
var $fill=function(cls){
var d=cls.$lz;cls.$lz=undefined
Object.defineProperty(cls,$B.DICT,{value:d,writable:true,configurable:true,enumerable:true})
var fn=cls.$fnm;if(fn){for(var m of fn){$B.$set_func_names(cls,m)}}
finalize_dict(cls)
}
function fast_mro(cls){var b=cls.tp_bases
return b.length==1&&b[0].tp_mro?[cls,...b[0].tp_mro]:$B.make_mro(cls)}
"""

# Runs for each type at the start: order of bases, inherited slots, and a dict that fills itself.
_FINALIZE = """$B.finalize_type=function(cls){cls.tp_mro=fast_mro(cls)
$B.set_dict(cls,$B.get_dict(cls)?? $B.empty_dict())
cls.tp_subclasses=[]
for(var base of cls.tp_bases){base.tp_subclasses.push(cls)}
var own=cls.$own={}
for(var slot in cls){if($slots.has(slot) && cls[slot]){own[slot]=true}}
var mro=cls.tp_mro,n=mro.length
for(var slot of $inherited){if(!cls[slot]){cls[slot]=$B.NULL
for(var m=1;m<n;m++){if(Object.hasOwn(mro[m],slot)){cls[slot]=mro[m][slot]
break}}}}
if($B.$booted){finalize_dict(cls)
$B.make_getattr(cls)
return}
if(own.tp_new){cls.tp_new.$is_slot=true}
cls.$lz=$B.get_dict(cls)
Object.defineProperty(cls,$B.DICT,$lazy)
$waiting.push(cls)}
var $slots=new Set(Object.keys($B.wrapper_methods)),$inherited=%s,$waiting=[]
var $lazy={configurable:true,enumerable:true,
get(){$fill(this);return this[$B.DICT]},set(v){$fill(this);this[$B.DICT]=v}}
"""

# After all types: the way attributes are read depends on slots of the bases, so it comes last.
_FINISH = """{var cls=ns[name]
$B.finalize_type(cls)}}
for(var cls of $waiting){let own=false,found
for(var kls of cls.tp_mro){if(kls.tp_funcs?.__getattr__||kls.$lz?.__getattr__){own=true;break}}
if(! own){for(var kls of cls.tp_mro){
if(Object.hasOwn(kls,'tp_getattro')&&kls.tp_getattro!==$B.NULL){found=kls.tp_getattro;break}}}
if(found){cls.$getattribute=found}else{$B.make_getattr(cls)}}
$B.$booted=true
"""


def without_types_of_c(source: str) -> str:
    """Brython lists what CPython is made of and tested by in C: a fourth of all types.

    Their names are no builtins, so that what no other line of the runtime names can't be had.
    """
    words = Counter(re.findall(r"\w+", source))

    def kept(line: re.Match[str]) -> str:
        # Its own line names it twice.
        return line[0] if words[line[1]] > 2 else ""

    types = re.compile(r'^init_type\(\$B,"(\w+)",\["\1",.*\]\)\n', re.MULTILINE)
    left = types.sub(kept, source)
    gone = source.count("init_type($B,") - left.count("init_type($B,")
    if gone < 40:
        raise MarkerMissing("without_types_of_c", types.pattern, gone, 40)
    return left


def lazy_types(source: str) -> str:
    """Give each built-in type its descriptors when its dict is first read."""
    source = replace(
        source,
        "$B.set_func_names=function(klass,module){",
        "$B.set_func_names=function(klass,module){"
        "if($B.$booted){return $B.$set_func_names(klass,module)}\n"
        "(klass.$fnm??=[]).push(module)\n"
        "if($B.get_dict && $B.get_dict(klass)){$B.set_to_dict(klass,'__module__',module)}}\n"
        "$B.$set_func_names=function(klass,module){",
    )
    source = replace(
        source,
        "if($B.get_dict && $B.get_dict(klass)){$B.set_to_dict(klass,'__module__',module)}\n"
        "if(klass.tp_funcs){",
        "if($B.$booted && $B.get_dict && $B.get_dict(klass)){"
        "$B.set_to_dict(klass,'__module__',module)}\n"
        "if(klass.tp_funcs){",
    )
    start = find(source, "$B.finalize_type=function(cls){cls.tp_mro=$B.make_mro(cls)\n")
    descriptors = find_after(source, "var parts=cls.tp_name.split('.')\n", start)
    slots = find_after(source, "for(var slot in $B.wrapper_methods){", descriptors)
    end = find_after(source, "for(var ns of[$B.builtin_types,$B.created_types])", slots)
    fill = (
        "function finalize_dict(cls){"
        + source[descriptors:slots]
        + "for(var slot in $B.wrapper_methods){"
        "if(cls[slot] && cls.$own[slot]){$B.wrapper_methods[slot](cls,slot)}}}\n"
    )
    source = source[:start] + fill + _FILL + _FINALIZE % _SLOTS + source[end:]
    source = replace(source, "{var cls=ns[name]\n$B.finalize_type(cls)}}\n", _FINISH)
    return replace(
        source,
        "cls.tp_mro=$B.make_mro(cls)}\n$B.builtin_funcs",
        "var bs=cls.tp_bases\n"
        "cls.tp_mro=bs.length==1&&bs[0].tp_mro?[cls,...bs[0].tp_mro]:$B.make_mro(cls)}\n"
        "$B.builtin_funcs",
    )


def plain_function_records(source: str) -> str:
    """Write the fields of a function's record instead of looking each up by name."""
    return replace_span(
        source,
        "$B.add_function_infos=function(klass,attr,module,qualname){",
        "$B.set_function_infos=function(f,attrs){",
        """$B.add_function_infos=function(klass,attr,module,qualname){
module=module ?? klass.__module__
var f=klass[attr],a=f.$function_infos??=[]
a[0]=module
a[1]=attr
a[2]=qualname ?? module+'.'+attr
a[4]=[]
a[5]={}
a[6]=f.__doc__ ||''}
""",
    )
