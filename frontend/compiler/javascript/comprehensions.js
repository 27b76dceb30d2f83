/* Before code is generated: a comprehension gets names that nothing around it has.
   Brython runs it in the locals of its function, and deletes its names afterwards. */
;(function($B){
const COMPREHENSIONS=['ListComp','SetComp','DictComp']
const SCOPES=['FunctionDef','AsyncFunctionDef','Lambda','ClassDef','GeneratorExp']
const kind=node=>node.constructor.$name
const isNode=value=>Array.isArray(value)||
value?.constructor?.$name in $B.ast && value instanceof $B.ast[value.constructor.$name]
/* Members of a node, in lists or not. */
function children(node){
return kind(node)=='Constant' ? [] :Object.values(node).filter(isNode)}
/* The names that a node itself holds: [member, name]. */
function* names(node){
if(Array.isArray(node)){
for(const [at,name] of node.entries()){if(typeof name=='string'){yield [at,name]}}}
if(kind(node)=='keyword'){return}
for(const member of ['id','arg','name','asname','rest']){
if(typeof node[member]=='string'){
yield [member,kind(node)=='alias' ? node[member].split('.')[0] :node[member]]}}}
function* allNames(node){
for(const [,name] of names(node)){yield name}
for(const child of children(node)){yield* allNames(child)}}
function stored(node){
return kind(node)=='Name' ? [node.id] :children(node).flatMap(stored)}
/* What a node binds for all that is in it. */
function binds(node){
if(node.generators){return node.generators.flatMap(one=>stored(one.target))}
if(kind(node) !='Lambda'){return []}
const {posonlyargs,args,vararg,kwonlyargs,kwarg}=node.args
return [...posonlyargs,...args,vararg,...kwonlyargs,kwarg].filter(isNode).map(one=>one.arg)}
/* The first iterable of a comprehension does not see its names; the rest does. */
function seeing(comp){
const [first,...others]=comp.generators
return [comp.elt,comp.key,comp.value,first.target,...first.ifs,...others].filter(isNode)}
function look(node,bound,depth,scope){
if(COMPREHENSIONS.includes(kind(node))){
const own=binds(node)
scope.found.push({comp:node,depth,own,again:own.filter(name=>bound.has(name))})
look(node.generators[0].iter,bound,depth,scope)
look(seeing(node),new Set([...bound,...own]),depth+1,scope)
return}
if(SCOPES.includes(kind(node))){
scope.inner.push(node)
for(const name of allNames(node)){if(! bound.has(name)){scope.names.add(name)}}
return}
for(const [,name] of names(node)){if(! bound.has(name)){scope.names.add(name)}}
for(const child of children(node)){look(child,bound,depth,scope)}}
function rename(node,change){
for(const [member,name] of names(node)){
if(change.has(name)){node[member]=change.get(name)}}
let inner=change
const own=binds(node)
if(own.some(name=>change.has(name))){
inner=new Map([...change].filter(([name])=>! own.includes(name)))}
if(node.generators && inner !==change){
rename(node.generators[0].iter,change)
seeing(node).forEach(child=>rename(child,inner))
return}
if(kind(node)=='Lambda'){
/* Defaults are read outside. */
for(const list of [node.args.defaults,node.args.kw_defaults]){if(isNode(list)){rename(list,change)}}
rename(node.body,inner)
return}
children(node).forEach(child=>rename(child,inner))}
function separate(node,taken){
const scope={names:new Set(),found:[],inner:[]}
if(kind(node)=='GeneratorExp'){binds(node).forEach(name=>scope.names.add(name))}
children(node).forEach(child=>look(child,new Set(),1,scope))
/* From within, so that what is inside still has the names by which it was found. */
for(const {comp,depth,own,again} of scope.found.reverse()){
const change=new Map()
for(const name of own){
if(scope.names.has(name) || again.includes(name)){
let other=`${name}_${depth}`
while(taken.has(other)){other+='_'}
change.set(name,other)}}
if(change.size){rename(seeing(comp),change)}}
scope.inner.forEach(one=>separate(one,taken))}
$B.$separateComprehensions=function(tree){
separate(tree,new Set(allNames(tree)))}
})(__BRYTHON__);
