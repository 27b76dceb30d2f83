/* What the build's code calls in place of the longer code that Brython writes: see
   patches/generation. */
(function($B){
const _b_=$B.builtins,None=_b_.None
const [TYPE,VERSION]=Object.getOwnPropertySymbols($B.empty_dict())
/* A function of Python, of what is its own: `body` takes its names and its frame. */
const Async=(async()=>0).constructor
$B.$function=function(frame,name,line,body,names,defaults,kwDefaults,vararg,kwarg,kwOnly=0,posOnly=0){
const args=names ? names.split(' ') :[],positional=args.length-kwOnly,outer=frame[4]?.$function_infos
const goesOn=body instanceof Async,isPlain=! (defaults || kwDefaults || vararg || kwarg || kwOnly || posOnly)
const f=((isPlain && OF_COUNT[positional]) || ofMany)(goesOn ? begin :perform,body,args)
if(frame.$class){f.$is_method=true}
const flags=3 | (vararg && 4) | (kwarg && 8) | (goesOn && 128)
f.$function_infos=[frame[2],name,outer ? outer[2]+'.<locals>.'+name :name,frame.__file__,defaults || None,kwDefaults || None,None,args,vararg || null,kwarg || null,positional,line,flags,[],kwOnly,posOnly,args,false,[],frame]
f.func_globals=frame[3]
f.func_module=frame[2]
f.ob_type=$B.function
f.__annotate__=None
return goesOn ? $B.make_async(f) :f}
/* A `def` without decorators. */
$B.$def=function(frame,name,...details){
frame[1][name]=$B.$function(frame,name,...details)}
$B.$lambda=function(frame,...details){
return $B.$function(frame,'<lambda>',...details)}
/* By how many arguments they take, where that is all that there is to say of them. */
const OF_COUNT=[
(run,body)=>function f(){
return run(f,body,arguments.length ? $B.args_parser(f,arguments) :{})},
(run,body,[x])=>function f(a){
return run(f,body,arguments.length==1 && ! a?.$kw ? {[x]:a} :$B.args_parser(f,arguments))},
(run,body,[x,y])=>function f(a,b){
return run(f,body,arguments.length==2 && ! b?.$kw ? {[x]:a,[y]:b} :$B.args_parser(f,arguments))},
(run,body,[x,y,z])=>function f(a,b,c){
return run(f,body,arguments.length==3 && ! c?.$kw ? {[x]:a,[y]:b,[z]:c} :$B.args_parser(f,arguments))}]
const ofMany=(run,body)=>function f(){
return run(f,body,$B.args_parser(f,arguments))}
/* Calls a function that is over when it returns. */
function perform(f,body,locals){
const frame=$B.$enter(f,locals)
let result
try{
result=body(locals,frame)}catch(error){
$B.set_exc_and_leave(frame,error)}
$B.leave_frame()
return result===undefined ? None :result}
/* Calls one that leaves its frame itself, when its awaits are over. */
function begin(f,body,locals){
return body(locals,$B.$enter(f,locals))}
/* A generator has been made: when its caller is left, what it holds is let go. */
$B.$generates=function(){
const caller=$B.frame_obj.prev
if(caller){caller.frame.$has_generators=true}}
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
/* Around an await: who waits, and then what came of it. */
$B.$wait=function(awaited){
const task=$B.task,frame=$B.frame_obj
return Promise.resolve($B.promise(awaited)).then(
value=>({task,frame,value}),
error=>({task,frame,error,failed:true}))}
/* Others have run meanwhile. A task, set by whoever starts it, is told once that it was cancelled:
   what it awaits to clean up then goes on. */
$B.$resume=function({task,frame,value,error,failed}){
$B.task=task
$B.frame_obj=frame
if(failed){throw error}
if(task && ! task.told && task.signal.aborted){
task.told=true
throw task.signal.cancelled}
return value}
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
$B.$complete(module)
for(const name of names){
$B.$complete(`${module}.${typeof name=='string' ? name :name[0]}`)
if(typeof name=='string'){$B.$import_from(module,name,{},level,locals)}else{
$B.$import_from(module,name[0],{[name[0]]:[name[1],name[2]]},level,locals)}}}
/* A dict from an object made for it. */
$B.$dict=function(object){
object[TYPE]=_b_.dict
object[VERSION]=0
return object}
/* The items of `async for`, in a comprehension. */
$B.$each=async function*(iterable){
const items=$B.$call($B.$getattr($B.get_class(iterable),'__aiter__'),iterable)
for(;;){
let item
try{
item=await $B.promise($B.$call(_b_.anext,items))}catch(error){
if($B.is_exc(error,[_b_.StopAsyncIteration])){return}
throw error}
yield item}}
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
