/* The page's import system: a table of functions, filled by the chunks.
   `run` gets the module's namespace (a Python dict) and fills it; for a Python module also its
   frame, its file, and what else its code names. A module may come in pieces, each with its
   `order`: those that come after it was imported run when something is taken from it. */
const registered=Object.create(null)
$B.register=function(name,file,isPackage,run,order=''){
const entry=registered[name]?.pieces ? registered[name] :{file,isPackage,pieces:[],known:new Set()}
if(entry.known.has(order)){return}
entry.known.add(order)
entry.pieces.push({run,order})
entry.pieces.sort((a,b)=>a.order < b.order ?-1 :1)
add(name,entry)}
$B.$complete=function(name){
const entry=registered[name]
if(entry?.pieces?.length && $B.imported[name]){run_pieces(entry,name,$B.get_dict($B.imported[name]))}}
function run_pieces(entry,name,namespace){
if(entry.running){return}
entry.running=true
try{
while(entry.pieces.length){run_python(entry.pieces.shift().run,entry.file,name,namespace)}}finally{
entry.running=false}}
function add(name,entry){
registered[name]=entry
/* A folder without __init__.py is a package all the same. */
for(let dot=name.lastIndexOf('.');dot>0;dot=name.lastIndexOf('.',dot-1)){
registered[name.slice(0,dot)]??={isPackage:true,run(){}}}}
/* A JavaScript function that Python may call, its arguments unconverted. */
$B.asPython=function(f,name,module,file){
f.ob_type=$B.function
f.$in_js_module=true
$B.set_function_infos(f,{__module__:module ?? 'javascript',__name__:name,__qualname__:name,__file__:file ?? '<javascript>',__doc__:_b_.None})
return f}
/* A JavaScript module: what it exports is what Python sees, unconverted. */
$B.registerScript=function(name,file,run){
add(name,{file,isPackage:false,script:true,run(namespace){
const exported=run()
for(const key of Object.keys(exported)){
const value=exported[key]
if(typeof value=='function' && ! value.ob_type){$B.asPython(value,key,name,file)}
namespace[key]=value ?? _b_.None}}})}
/* The last line of the first page's script: nothing runs before. */
$B.start=function(name){
try{
$B.$__import__(name,_b_.None,undefined,[name])}catch(error){
$B.handle_error($B.exception(error))}}
function import_engine(name){
const found=registered[name]
if(found===undefined){
const missing=$B.EXC(_b_.ModuleNotFoundError,`No module named '${name}'`)
missing.name=name
throw missing}
const module=Module.tp_new(Module),namespace=$B.get_dict(module)
module.$is_package=found.isPackage
Object.assign(namespace,{__name__:name,__doc__:_b_.None,__loader__:_b_.None,__spec__:_b_.None,__package__:found.isPackage ? name :name.slice(0,Math.max(0,name.lastIndexOf('.')))})
if(found.file){
namespace.__file__=found.file
$B.url2name[found.file]=name}
if(found.isPackage){namespace.__path__=$B.$list([])}
$B.imported[name]=module
if(found.pieces){run_pieces(found,name,namespace)}else{found.run(namespace)}
return module}
function run_python(run,file,name,namespace){
const frame=[name,namespace,name,namespace]
$B.enter_frame(frame,file,1)
try{
run(namespace,frame,file,$B.frame_obj,$B.count_frames())}catch(error){
$B.set_exc_and_leave(frame,error)}
$B.leave_frame()}

