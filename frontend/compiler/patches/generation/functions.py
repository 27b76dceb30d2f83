"""Functions and lambdas."""

from compiler.patches.source import replace, replace_span

# `$B.$define` takes these in this order; those at the end that have their usual value are left out.
_DEFINE = """var free_idents_text=`[${free_idents.map(x=> `'${x}'`)}]`
if(has_type_params){compiler_error(this,'type parameters need the typing module')}
var details=[`[${arg_names}]`,positional.length,flags,defaults=='_b_.None' ? 0 :defaults,\
kw_defaults=='_b_.None' ? 0 :kw_defaults,args_vararg=='null' ? 0 :args_vararg,\
args_kwarg=='null' ? 0 :args_kwarg,this.args.kwonlyargs.length,this.args.posonlyargs.length,\
free_idents_text=='[]' ? 0 :free_idents_text]
while(details.at(-1)===0){details.pop()}
details.unshift('frame',`'${this.$is_lambda ? '<lambda>' :this.name}'`,this.lineno)
js=`$B.$define(${js.trim()}, ${details.join(', ')})`
if(is_async && ! is_generator){js=`$B.make_async(${js})`}
if(this.$is_lambda){return js}
for(let dec of decorators.reverse()){js=`$B.$call(${dec}, ${js})`}
return decs_declare+prefix+`frame.$lineno = ${this.lineno}\\n`+prefix+\
`${make_scope_name(scopes,func_name_scope)}.${mangle(scopes,func_name_scope,this.name)} = `+js}
"""


def defined_by_support(source: str) -> str:
    """A function becomes an expression, handed to a function that sets its nine attributes.

    As an expression it can also be compiled early by V8, and esbuild need not hoist it.
    """
    source = replace(
        source,
        "var js=prefix+`$B.set_lineno(frame, ${this.lineno})\\n`+prefix\n"
        "if(is_async && ! is_generator){js+='async '}",
        "var js=is_async && ! is_generator ? 'async ' :''",
    )
    return replace_span(
        source,
        "var parameters=[],locals=[]\nvar free_vars=free_idents.map(",
        "$B.ast.FunctionDef.prototype._check=",
        _DEFINE,
    )


def entered_by_support(source: str) -> str:
    """The way in and out of a function: frame, arguments, `this`, the class for `super()`."""
    source = replace(
        source,
        "js+=prefix+`if(arguments.length == ${positional.length} && `+\n"
        "`! _${positional[positional.length -1].arg}?.$kw){\\n`+\n"
        "prefix+tab+`var ${locals_name} = locals = `+\n"
        "`{${positional.map(x => x.arg + ': _' + x.arg).join(', ')}}\\n`+\n"
        "prefix+`} else {\\n`+\n"
        "prefix+tab+`var ${locals_name} = locals = `+\n"
        "`$B.args_parser(${name2}, arguments)\\n`+\n"
        "prefix+`}\\n`}else{\n",
        "js+=prefix+`var ${locals_name} = locals = arguments.length == ${positional.length} && `+\n"
        "`! _${positional[positional.length -1].arg}?.$kw ? `+\n"
        "`{${positional.map(x => x.arg + ': _' + x.arg).join(', ')}} : `+\n"
        "`$B.args_parser(${name2}, arguments)\\n`}else{\n",
    )
    source = replace(
        source,
        "js+=prefix+`var frame = [\"${this.$is_lambda ? '<lambda>': this.name}\", `+\n"
        '`locals, "${gname}", ${globals_name}, ${name2}]\\n`+\n'
        "prefix+`$B.enter_frame(frame, __file__, ${this.lineno})\\n`\n",
        "js+=prefix+`var frame = $B.$enter(${name2}, locals)\\n`\n",
    )
    source = replace(source, "if(is_async){js+=prefix+'frame.$async = true\\n'}\n", "")
    # `this` served `javascript.this()`.
    source = replace(source, "js+=prefix+`$B.js_this = this\\n`\n", "")
    source = replace(
        source,
        "js+=prefix+`locals.ob_type =  locals.__class__ = `+\n",
        "if(/\\bsuper\\b|\\b__class__\\b/.test(function_body))"
        "js+=prefix+`locals.ob_type =  locals.__class__ = `+\n",
    )
    source = replace(
        source,
        "js+=prefix+'return $B.trace_return_and_leave(frame, _b_.None)\\n'}",
        "js+=prefix+'return $B.$leave(_b_.None)\\n'}",
    )
    return replace(
        source,
        "prefix+`return $B.trace_return_and_leave(frame, `+\n(this.value ?",
        "prefix+`return $B.$leave(`+\n(this.value ?",
    )


def lambda_as_expression(source: str) -> str:
    """A lambda was a function that defines a function in the locals and returns it."""
    return replace_span(
        source,
        "var id=make_id(),name='lambda_'+$B.lambda_magic+'_'+id",
        "function list_or_tuple_to_js(func,scopes){",
        """var f=new $B.ast.FunctionDef('lambda_'+make_id(),this.args,this.body,[])
f.lineno=this.lineno
f[$B.ID]=fast_id(this)
f.$is_lambda=true
return f.to_js(scopes)}
""",
    )


def closures_in_comprehensions(source: str) -> str:
    """A function made in a list comprehension must still see the loop's name afterwards.

    Brython deletes the name when the comprehension ends, and the function then reads `undefined`.
    """
    return replace(
        source,
        "js+=prefix+`delete ${comp.locals_name}.${comp_name}\\n`\n",
        "if(! js.includes('$B.$define(')){"
        "js+=prefix+`delete ${comp.locals_name}.${comp_name}\\n`}\n",
    )
