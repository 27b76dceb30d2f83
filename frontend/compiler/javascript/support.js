/* What the build's code calls in place of the longer code that Brython writes: see
   patches/generation. */
(function($B){
const _b_=$B.builtins,None=_b_.None
const [TYPE,VERSION]=Object.getOwnPropertySymbols($B.empty_dict())
/* A function of Python: what it is called, where it stands, what it takes. */
$B.$define=function(f,frame,name,line,args,positional,flags,defaults,kwDefaults,vararg,kwarg,kwOnly,posOnly,free){
const outer=frame[4]?.$function_infos
if(frame.$class){f.$is_method=true}
f.$function_infos=[frame[2],name,outer ? outer[2]+'.<locals>.'+name :name,frame.__file__,defaults || None,kwDefaults || None,None,args,vararg || null,kwarg || null,positional,line,flags,free || [],kwOnly ?? 0,posOnly ?? 0,args,false,[],frame]
f.func_globals=frame[3]
f.func_module=frame[2]
f.ob_type=$B.function
f.__annotate__=None
return f}
/* Into a function: a new frame. */
$B.$enter=function(f,locals){
const infos=f.$function_infos,prev=$B.frame_obj,count=prev===null ? 0 :prev.count
const frame=[infos[1],locals,infos[0],infos[19][3],f]
frame.ob_type=$B.frame
frame.__file__=infos[3]
frame.$lineno=infos[11]
frame.$f_trace=None
if(count > $B.recursion_limit){
const error=$B.EXC(_b_.RecursionError,"maximum recursion depth exceeded")
$B.set_exc(error,frame)
throw error}
$B.frame_obj={prev,frame,count:count+1}
return frame}
/* Out of it, with its result. */
$B.$leave=function(result){
$B.leave_frame()
return result}
$B.$class=function(name,qualname,line,frame,bases,keywords,body){
const resolved=$B.resolve_mro_entries(bases),metaclass=$B.get_metaclass(name,resolved,keywords.metaclass)
const dict=$B.make_class_namespace(metaclass,name,qualname,bases,resolved),locals=$B.dict_proxy(dict)
locals.__doc__=None
locals.__module__=frame[2]
locals.__firstlineno__=line
const inner=[name,locals,frame[2],frame[3]]
inner.$class=true
$B.enter_frame(inner,frame.__file__,line)
body(locals,inner,$B.frame_obj)
$B.make_annotate_func(dict,undefined,inner)
const made=$B.$class_constructor(qualname,dict,metaclass,resolved,bases,keywords)
$B.leave_frame()
return made}
/* A name of the module that is bound further down. */
$B.$global=function(namespace,name){
if(Object.hasOwn(namespace,name)){return namespace[name]}
if(Object.hasOwn(_b_,name)){return _b_[name]}
throw $B.name_error(name)}
/* from module import names; a name is text, or [name, namespace, other name]. */
$B.$take=function(locals,module,level,names){
for(const name of names){
if(typeof name=='string'){$B.$import_from(module,name,{},level,locals)}else{
$B.$import_from(module,name[0],{[name[0]]:[name[1],name[2]]},level,locals)}}}
/* A dict from an object made for it. */
$B.$dict=function(object){
object[TYPE]=_b_.dict
object[VERSION]=0
return object}
$B.call_attr=function(obj,attr,...args){
if(obj?.tp_name===undefined){
const klass=$B.get_class(obj)
if(klass.tp_funcs && Object.hasOwn(klass.tp_funcs,attr)){
const method=klass.tp_funcs[attr]
if($B.get_class(method)===$B.builtin_method){return method(obj,...args)}}
if($B.get_class(klass)===_b_.type){
const method=$B.get_dict(klass)[attr]
if(method?.ob_type===$B.function){
const own=$B.get_dict(obj)
return own && Object.hasOwn(own,attr) ? $B.$call(own[attr],...args) :method(obj,...args)}}}
return $B.$call($B.$getattr(obj,attr),...args)}
})(__BRYTHON__);
