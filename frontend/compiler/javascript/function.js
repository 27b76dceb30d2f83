var locals_name=make_scope_name(scopes,func_scope),own_name=this.$is_lambda ? '<lambda>' :this.name
var later=goes_on(this,scopes),without=x=> x===_b_.None ? 0 :`'${mangle_arg(x.arg)}'`
var head=''
if(/\blocals\b/.test(function_body) || is_generator){head+=`var locals = ${locals_name}\n`}
if(/\b(locals|vars|dir|super|__class__)\b/.test(function_body)){
/* Who asks for all names at once gets those of the functions around, too. */
for(const [name,flag] of Object.entries(symtable_block.symbols)){
const around=((flag >> SF.SCOPE_OFF)& SF.SCOPE_MASK)==SF.FREE ? name_scope(name,scopes) :{}
if(around.found){
head+=`Object.defineProperty(${locals_name}, '${name}', {get(){return ${make_scope_name(scopes,around.found)}.${name}}, `+
'set(){}, enumerable: true, configurable: true})\n'}}}
if(in_class){
bind('__class__',scopes)
if(/\bsuper\b|\b__class__\b/.test(function_body)){
const around=make_scope_name(scopes,scopes[scopes.indexOf(class_scope)-1])
head+=`${locals_name}.ob_type = ${locals_name}.__class__ = $B.get_method_class(frame[4], ${around}, `+
`"${class_scope.name}", [${class_scope.name.split('.').map(x=> `'${x}'`)}])\n`}}
if(func_scope.needs_stack_length){head+='var stack_length = $B.count_frames()\n'}
if(func_scope.needs_frames || is_async){head+='var _frame_obj = $B.frame_obj\n'}
let inner=function_body+'\n'
if(later){
if(! this.$is_lambda && !($B.last(this.body) instanceof $B.ast.Return)){inner+='return $B.$leave(_b_.None)\n'}
inner=`try {\n${inner}} catch (err) {\n$B.set_exc_and_leave(frame, err)\n}\n`}
if(is_generator){
inner='locals.$is_generator = true\n$B.$generates()\n'+
`var made = $B.${is_async ? 'async_' :''}generator.$factory(${is_async ? 'async ' :''}function*(){\n${inner}}, '${own_name}')()\n`+
'made.$frame = frame\nreturn made\n'}
const keyword_only=this.args.kwonlyargs.length
const details=[`'${[...this.args.posonlyargs,...this.args.args,...this.args.kwonlyargs].map(x=> mangle_arg(x.arg)).join(' ')}'`,
defaults=='_b_.None' ? 0 :defaults,kw_defaults=='_b_.None' ? 0 :kw_defaults,
without(vararg),without(kwarg),keyword_only,this.args.posonlyargs.length]
while(details.at(-1)===0 || details.at(-1)=="''"){details.pop()}
scopes.pop()
if(has_type_params){compiler_error(this,'type parameters need the typing module')}
const start=`${is_async && ! is_generator ? 'async ' :''}function ${name2}(${locals_name}, frame) {\n${head}`
const parts=[...(this.$is_lambda ? [] :[`'${own_name}'`]),this.lineno,`${start}${inner}}`,...details]
const call=name=> `$B.$${name}(frame, ${parts.join(', ')})`
if(this.$is_lambda){return call('lambda')}
const target=make_scope_name(scopes,func_name_scope),bound=mangle(scopes,func_name_scope,this.name)
if(! decorated && target==make_scope_name(scopes) && bound==this.name){
return prefix+`frame.$lineno = ${this.lineno}\n`+prefix+call('def')+'\n'}
let made=call('function')
for(const dec of decorators.reverse()){made=`$B.$call(${dec}, ${made})`}
return decs_declare+prefix+`frame.$lineno = ${this.lineno}\n`+prefix+`${target}.${bound} = ${made}\n`}
/* Whether a function goes on when it has returned to who called it: it leaves its frame itself. */
function goes_on(ast,scopes){
return ast instanceof $B.ast.AsyncFunctionDef || scopes.symtable.table.blocks.get(fast_id(ast)).generator}
