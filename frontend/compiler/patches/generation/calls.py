"""Calls, attributes and lines: the bulk of all code."""

from compiler.patches.source import replace, replace_pattern, replace_span


def without_positions(source: str) -> str:
    """Each call, attribute and operation carries a number that leads to its columns.

    Columns draw the carets below the source line of a traceback. They were an eighth of the code
    after compression, and a try statement round each operation; the line says enough.
    """
    source = replace_span(
        source,
        "function add_to_positions(scopes,ast_obj){",
        "$B.ast.Assert.prototype.to_js",
        "function add_to_positions(){return 0}\n",
    )
    for old, new in (
        ("`'${attr}', ${inum}, `}else{", "`'${attr}', `}else{"),
        ("js=`$B.$call_with_position(${func}, ${inum}, `}", "js=`$B.$call(${func}, `}"),
        ("return `$B.$getattr_pep657(${$B", "return `$B.$getattr(${$B"),
        ("`'${attr}', ${inum})`}\n", "`'${attr}')`}\n"),
        ("return prefix+`$B.$setattr1(${$B", "return prefix+`$B.$setattr(${$B"),
        ('`, "${attr}", ${value}, ${inum})`}}', '`, "${attr}", ${value})`}}'),
        (
            "`$B.getitem_slice(${value}, ${slice}, ${inum})`",
            "`$B.getitem_slice(${value}, ${slice})`",
        ),
        ("`$B.$getitem(${value}, ${slice}, ${inum})`", "`$B.$getitem1(${value}, ${slice})`"),
        ("target.slice, scopes)}, ${value}, ${inum})`", "target.slice, scopes)}, ${value})`"),
        (
            "`$B.rich_op('${op}', ${left}, ${right}, ${inum})`",
            "`$B.rich_op1('${op}', ${left}, ${right})`",
        ),
        ("js+=`, ${inum})\\n`\nvar assigns=[]", "js+=`)\\n`\nvar assigns=[]"),
        ("$B.assert(${test}, ${msg}, ${inum})`", "$B.assert(${test}, ${msg})`"),
        ("prefix+`frame.inum = ${inum}\\n`+\n", ""),
    ):
        source = replace(source, old, new)
    return source


def line_numbers_by_assignment(source: str) -> str:
    """`$B.set_lineno` also serves `sys.settrace`, which the page lacks; assign the line itself."""
    expression = r"\(\$B\.set_lineno\(frame, (\$\{[\w.]+\})\)"
    source = replace_pattern(source, expression, r"((frame.$lineno = \1)", at_least=4)
    statement = r"\$B\.set_lineno\(frame, (\$\{[\w.]+\})(?:, 'ClassDef')?\)"
    return replace_pattern(source, statement, r"frame.$lineno = \1", at_least=15)
