"""Try statements."""

from compiler.patches.source import replace


def else_after_whole_body(source: str) -> str:
    """The `else` of a try statement also ran after `continue` or `break` in its body.

    It was run unless the body failed or returned; now it runs when the body came to its end.
    """
    source = replace(
        source,
        "if(has_else){js+=prefix+`var failed${id} = false\\n`}",
        "if(has_else){js+=prefix+`var failed${id} = true\\n`}",
        times=2,
    )
    source = replace(
        source,
        "scopes.push(try_scope)\njs+=add_body(this.body,scopes)+'\\n'\n",
        "scopes.push(try_scope)\njs+=add_body(this.body,scopes)+'\\n'\n"
        "if(has_else){js+=prefix+`failed${id} = false\\n`}\n",
        times=2,
    )
    return replace(
        source,
        "if($B.count_frames() == stack_length_${id} `+\n`&& ! failed${id}){\\n`",
        "if(! failed${id}){\\n`",
        times=2,
    )
