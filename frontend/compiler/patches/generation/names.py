"""Names and imports."""

from compiler.patches.source import replace, replace_span


def module_level_names(source: str) -> str:
    """A function that uses a name which the module binds further down searched every namespace.

    The symbol table knows that the name is the module's: one look-up, and a NameError as before
    when it isn't bound yet.
    """
    source = replace(
        source,
        "if([SF.LOCAL,SF.CELL].indexOf(__scope)>-1){\nreturn{found:false,resolve:'all'}}}",
        "if([SF.LOCAL,SF.CELL].indexOf(__scope)>-1){\n"
        "return{found:false,resolve:i===0 && scopes[0].type=='module' ? 'module' :'all'}}}",
    )
    source = replace(
        source,
        "if(scope.resolve=='all'){var scope_names=make_search_namespaces(scopes)\nreturn",
        "if(scope.resolve=='module'){"
        "return `$B.$global(${make_globals_name(scopes)}, '${name}')`}\n"
        "if(scope.resolve=='all'){var scope_names=make_search_namespaces(scopes)\nreturn",
    )
    for call in (
        "`$B.resolve_in_scopes('${name}', [${scope_names}]",
        "`$B.resolve_local('${name}'",
        "`$B.resolve_global('${name}', _frame_obj",
        "`$B.resolve_in_scopes('${name}', [${scope.resolve}]",
        "`$B.own_class_name('${name}'",
    ):
        times = source.count(f"{call}, ${{inum}})`")
        source = replace(source, f"{call}, ${{inum}})`", f"{call})`", times or 1)
    return source


def short_imports(source: str) -> str:
    """One call for each `from … import`, with all its names."""
    return replace_span(
        source,
        "for(let name of this.names){js+=prefix+`$B.$import_from(",
        "js=js.trimRight()\nfor(var alias of this.names){if(! alias.asname)",
        """let taken=[]
for(let name of this.names){if(name.asname===name.name){name.asname=undefined}
if(name.asname){
let target=make_scope_name(scopes,bind(name.asname,scopes))
taken.push(`['${name.name}', ${target}, '${name.asname}']`)}else{
taken.push(`'${name.name}'`)}}
js+=prefix+`$B.$take(${make_scope_name(scopes)}, "${this.module || ''}", ${this.level}, `+
`[${taken}])\\n`
""",
    )


def one_name_for_locals(source: str) -> str:
    """A function's locals have two names, `locals` and one of their own: compression likes one."""
    return replace(
        source,
        "if(scope.found===$B.last(scopes)){return 'locals.'+mangle(scopes,scope.found,this.id)}\n",
        "",
    )
