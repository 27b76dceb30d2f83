"""Attributes of objects whose classes are written in Python."""

from pathlib import Path

from compiler.patches.source import replace

ATTRIBUTES = Path(__file__).parent.parent / "javascript" / "attributes.js"


def classes_are_searched_once(source: str) -> str:
    """Each access walked the bases two times and more, and each method found made a dictionary.

    What is found is kept by class until any class gets another attribute or other bases.
    """
    source = replace(
        source,
        "_b_.type.tp_setattro=function(kls,attr,value){",
        "$B.$classes_changed=0\n"
        "_b_.type.tp_setattro=function(kls,attr,value){$B.$classes_changed++\n",
    )
    source = replace(
        source,
        "cls.tp_bases=bases\ncls.tp_mro=$B.make_mro(cls)}",
        "cls.tp_bases=bases\ncls.tp_mro=$B.make_mro(cls)\n$B.$classes_changed++}",
    )
    # Whoever looked before the class was complete looks again.
    source = replace(
        source,
        "function make_factory(cls){",
        "function make_factory(cls){cls.$known_at=undefined\n",
    )
    # Elements, which are made by the thousand.
    source = replace(
        source,
        "$B.$getitem1=function(obj,item){",
        "$B.$getitem1=function(obj,item){var own=obj?.ob_type?.$getitem\n"
        "if(own !==undefined){return own(obj,item)}\n",
    )
    return source + ATTRIBUTES.read_text(encoding="utf-8")
