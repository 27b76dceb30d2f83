
/* Attributes of what classes written in Python make: the way there that most of them go. Where a
   class finds an attribute is looked up once, and anew when any class has got another one. */
(function($B){
const _b_=$B.builtins,None=_b_.None,DICT=$B.DICT
const get_anyhow=$B.$getattr,set_anyhow=$B.$setattr,call_anyhow=$B.call_attr
const METHOD=1,PROPERTY=2,NOWHERE=3,PLAIN=4,OTHER=5,FIELD=6
const symbols=(()=>{
const dict=$B.empty_dict()
_b_.dict.$setitem(dict,1,1)
return Object.getOwnPropertySymbols(dict)})()
const [,VERSION,TABLE]=symbols
function kind_of(found){
if(found===$B.NULL){return NOWHERE}
if(found.ob_type===$B.function){return METHOD}
if(found.ob_type===_b_.property){return PROPERTY}
if(found.ob_type===$B.getset_descriptor && found.d_type?.$native){return FIELD}
const type=$B.get_class(found)
return type.tp_descr_get===$B.NULL && type.tp_descr_set===$B.NULL ? PLAIN : OTHER}
/* What has slots, is a class itself or of a built-in type goes the way that Brython has, but for
   the classes that the page library has in JavaScript. */
function known_of(cls){
cls.$known_at=$B.$classes_changed
return cls.$known=cls.$native || cls.tp_flags & $B.TPFLAGS.HEAPTYPE && !(cls.tp_flags & $B.TPFLAGS.TYPE_SUBCLASS)
&& cls.tp_funcs===undefined && $B.search_in_mro(cls,'__slots__',$B.NULL)===$B.NULL ? new Map() : null}
/* Where instances of a class find an attribute: {kind, found}; undefined where Brython looks. */
function place_of(cls,attr){
const known=cls.$known_at===$B.$classes_changed ? cls.$known : known_of(cls)
if(known===null){return undefined}
let place=known.get(attr)
if(place===undefined){
const found=$B.search_in_mro(cls,attr,$B.NULL)
known.set(attr,place={kind:kind_of(found),found})}
return place}
$B.$getattr=function(obj,attr,otherwise){
const cls=obj?.ob_type
if(cls!==undefined && cls.$getattribute===_b_.object.tp_getattro){
const place=place_of(cls,attr)
if(place!==undefined && place.kind!==OTHER){
if(place.kind===FIELD){return place.found.getter(obj)}
if(place.kind===PROPERTY){
if(otherwise===undefined && place.found.prop_get!==None){return $B.$call(place.found.prop_get,obj)}}else{
const own=obj[DICT]
if(own!==undefined && Object.hasOwn(own,attr)){return own[attr]}
if(place.kind===METHOD){return{ob_type:$B.method,im_func:place.found,im_self:obj}}
if(place.kind===PLAIN){return place.found}}}}else if(cls===$B.module && attr.charCodeAt(0)!==95){
const own=obj[DICT]
if(Object.hasOwn(own,attr)){return own[attr]}}
return get_anyhow(obj,attr,otherwise)}
$B.$setattr=function(obj,attr,value){
const cls=obj?.ob_type
if(cls!==undefined && cls.tp_setattro===_b_.object.tp_setattro && value!==$B.NULL && value!==undefined){
const place=place_of(cls,attr)
if(place!==undefined && place.kind!==OTHER){
if(place.kind===FIELD && typeof place.found.setter=='function'){
place.found.setter(obj,value)
return None}
if(place.kind===PROPERTY){
if(place.found.prop_set!==None){
$B.$call(place.found.prop_set,obj,value)
return None}}else{
const own=obj[DICT]
if(own!==undefined && own[TABLE]===undefined){
if(! Object.hasOwn(own,attr)){own[VERSION]++}
own[attr]=value
return None}}}}
return set_anyhow(obj,attr,value)}
$B.call_attr=function(obj,attr,...args){
const cls=obj?.ob_type
if(cls!==undefined && cls.$getattribute===_b_.object.tp_getattro){
const place=place_of(cls,attr)
if(place!==undefined && place.kind===METHOD){
const own=obj[DICT]
return own!==undefined && Object.hasOwn(own,attr) ? $B.$call(own[attr],...args) : place.found(obj,...args)}}
return call_anyhow(obj,attr,...args)}
})(__BRYTHON__);
