"""Dictionaries, made faster where pages use them most."""

from compiler.patches.source import replace, replace_span

LOOPS = """
for(let [cls,pick] of [[_b_.dict,x=>x.key],[$B.dict_keys,x=>x.key],
[$B.dict_values,x=>x.value],[$B.dict_items,x=>$B.fast_tuple([x.key,x.value])]]){
cls[$B.FAST_ITER]=function(self,set_lineno,frame,lineno){
let items=_b_.dict.$iter_items(cls===_b_.dict ? self :self.dict_obj)
return{[Symbol.iterator](){return this},next(){set_lineno(frame,lineno)
let item=items.next()
return item.done ? item :{done:false,value:pick(item.value)}}}}}
"""


def loops_without_stop_iteration(source: str) -> str:
    """Each loop over a dictionary, an empty one too, ended in a StopIteration thrown and caught.

    Lists and ranges have what this gives to dictionaries and their views.
    """
    marker = "_b_.dict.tp_init=function(self){"
    return replace(source, marker, LOOPS + marker)


ORDER = """
var text=typeof key=='string'
if(text || key instanceof String){
var code=key.charCodeAt(0)
var number=code > 47 && code < 58 && String(key>>>0)==key
if(! self[TABLE] &&(! text || number)){convert_all_str(self)}
new_str_key=! Object.hasOwn(self,key)
if(key=='__proto__'){
Object.defineProperty(self,key,{value,configurable:true,enumerable:true,writable:true})}else{
self[key]=value}}else if($B.is_str(key)){
if(! self[TABLE]){convert_all_str(self)}
self[_b_.str.$to_string(key)]=value}
if(! self[TABLE]){if(text){
if(new_str_key){self[VERSION]=(self[VERSION]?? 0)+1}
return _b_.None}
convert_all_str(self)}
"""


def keys_keep_their_order(source: str) -> str:
    """Keys like "7" came before all others: JavaScript puts such names first; "__proto__" was lost.

    A dictionary that has one keeps a list of its keys, as it does for keys that are no text.
    Besides, every key was parsed as a number when it was set.
    """
    return replace_span(
        source,
        "if(typeof key=='string'){\nnew_str_key=! Object.hasOwn(self,key)",
        "var hash=$hash !==undefined",
        ORDER.lstrip("\n"),
    )


def keys_are_one_text(source: str) -> str:
    """A key that a method of str made, or of a subclass of str, was not the same as its text."""
    source = replace(
        source,
        "convert_all_str(self)\nself[TABLE][hash]=[index]\nself[KEYS][index]=key}\n"
        "self[VALUES][index]=value\n",
        "convert_all_str(self)\nself[TABLE][hash]=[index]\nself[KEYS][index]=key}\n"
        "self[VALUES][index]=value\n"
        "if(typeof self[KEYS][index]=='string'){self[self[KEYS][index]]=value}\n",
    )
    return replace(
        source,
        "if(! self[TABLE]){if(typeof key==='string'){if(! Object.hasOwn(self,key))"
        "{self[key]=_default}\nreturn self[key]}else{",
        "if(! self[TABLE]){if(typeof key==='string'){if(! Object.hasOwn(self,key))"
        "{dict.$setitem(self,key,_default)}\nreturn self[key]}else{",
    )


def deleted_keys_are_gone(source: str) -> str:
    """Of a dictionary with a key that is no text, a deleted text was still found.

    And a loop over a dictionary did not see that a text was deleted in it.
    """
    source = replace(
        source,
        "if(typeof key=='string'){if(Object.hasOwn(self,key)){delete self[key]\n",
        "if(typeof key=='string'){if(Object.hasOwn(self,key)){delete self[key]\n"
        "self[VERSION]=(self[VERSION]?? 0)+1\n",
    )
    source = replace(
        source,
        "if(lookup.found){self[TABLE][lookup.hash].splice(lookup.rank,1)\n",
        "if(lookup.found){self[TABLE][lookup.hash].splice(lookup.rank,1)\n"
        "if($B.is_str(lookup.key)){delete self[_b_.str.$to_string(lookup.key)]}\n",
    )
    return replace(
        source,
        "delete self[KEYS][index]\ndelete self[VALUES][index]\nself[VERSION]++\n"
        "return res}\nindex--}}",
        "if($B.is_str(res[0])){delete self[_b_.str.$to_string(res[0])]}\n"
        "delete self[KEYS][index]\ndelete self[VALUES][index]\nself[VERSION]++\n"
        "return res}\nindex--}}",
    )


def namespaces_have_no_marks(source: str) -> str:
    """An error in a class statement whose metaclass has `__prepare__` became a KeyError."""
    return replace(
        source,
        "return new Proxy(dict,{get(target,prop){return $B.$call(getitem,target,prop)}",
        "return new Proxy(dict,{get(target,prop){"
        "if(prop[0]=='$' || prop=='hasOwnProperty'){return target[prop]}\n"
        "return $B.$call(getitem,target,prop)}",
    )
