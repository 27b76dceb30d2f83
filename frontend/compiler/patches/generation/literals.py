"""Literals."""

from compiler.patches.source import replace


def plain_dicts(source: str) -> str:
    """A dict with names as keys is written as an object, any other without its keys' hash values.

    Sixteen digits of hash for each key don't compress; the runtime computes them when it must.
    """
    source = replace(
        source,
        "if(typeof v=='string'){item+=', '+$B.$hash(string_from_ast_value(v))}else{",
        "if(typeof v=='string'){}else{",
    )
    return replace(
        source,
        "if(! has_packed){return `_b_.dict.$literal([${items}])`}",
        "var simple=k=>k instanceof $B.ast.Constant && typeof k.value=='string' && "
        "/^[A-Za-z_]\\w*$/.test(k.value) && k.value !='__proto__'\n"
        "if(! has_packed && keys.every(simple)){return '$B.$dict({'+keys.map((k,i)=>"
        "`${k.value}: ${$B.js_from_ast(this.values[i], scopes)}`)+'})'}\n"
        "if(! has_packed){return `_b_.dict.$literal([${items}])`}",
    )
