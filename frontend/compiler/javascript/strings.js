/* Methods of str over code points: Brython's returned texts of surrogate pairs that had forgotten
   which of them are one character, and its idea of white space was JavaScript's. */
{
const PAIR=/[\ud800-\udbff][\udc00-\udfff]/
const plain=text=>String(to_string(text))
const told=text=>PAIR.test(text)? $B.make_String(text,$B.surrogates(text)):text
$B.String=text=>typeof text=='string' ? told(text):told(String(text))
const isSpace=code=>code <=32 ? code==32 || (code >=9 && code <=13)|| code >=28 :
code==0x85 || code==0xa0 || (code >=0x1680 && /[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(String.fromCharCode(code)))
const texts=items=>$B.$list(items.map(told))
const checked=(text,what)=>$B.is_str(text)? plain(text):$B.RAISE(_b_.TypeError,`${what} must be str, not ${$B.class_name(text)}`)

for(const name of ['capitalize','casefold','expandtabs','format','format_map','lower','removeprefix','removesuffix','swapcase','title','upper']){
const method=str_funcs[name]
str_funcs[name]=function(){
const found=method.apply(this,arguments)
return typeof found=='string' ? told(found):found}}
const lines=str_funcs.splitlines
str_funcs.splitlines=function(){return texts(lines.apply(this,arguments))}
const repeat=str.sq_repeat
str.sq_repeat=function(){
const found=repeat.apply(this,arguments)
return typeof found=='string' ? told(found):found}

function trimming(name,left,right){
str_funcs[name]=function(){
const $=$B.args(name,2,{self:null,chars:null},arguments,{chars:_b_.None},null,null),text=plain($.self)
let start=0,end=text.length
if($.chars===_b_.None){
while(left && start < end && isSpace(text.charCodeAt(start))){start++}
while(right && end > start && isSpace(text.charCodeAt(end-1))){end--}
return told(text.slice(start,end))}
if(! $B.is_str($.chars)){$B.RAISE(_b_.TypeError,`${name} arg must be None or str`)}
const all=Array.from(text),chars=new Set(plain($.chars))
end=all.length
while(left && start < end && chars.has(all[start])){start++}
while(right && end > start && chars.has(all[end-1])){end--}
return told(all.slice(start,end).join(''))}}
trimming('strip',true,true)
trimming('lstrip',true,false)
trimming('rstrip',false,true)

const length=text=>PAIR.test(text)? Array.from(text).length :text.length
function padding(name,before){
str_funcs[name]=function(){
const $=$B.args(name,3,{self:null,width:null,fillchar:null},arguments,{fillchar:' '},null,null),text=plain($.self),fill=plain($.fillchar)
if(length(fill)!=1){$B.RAISE(_b_.TypeError,'The fill character must be exactly one character long')}
const width=Number($B.PyNumber_Index($.width)),count=Math.max(0,width-length(text)),left=before(count,width)
return told(fill.repeat(left)+text+fill.repeat(count-left))}}
padding('ljust',()=>0)
padding('rjust',count=>count)
padding('center',(count,width)=>(count >> 1)+(count & width & 1))
str_funcs.zfill=function(self,width){
$B.check_nb_args_no_kw('str.zfill',2,arguments)
const text=plain(self),sign=/^[-+]/.test(text)? text[0]:''
return told(sign+'0'.repeat(Math.max(0,Number($B.PyNumber_Index(width))-length(text)))+text.slice(sign.length))}
const slice=str.$getitem_slice
str.$getitem_slice=function(self,arg){
const text=plain(self)
if(! PAIR.test(text)){return slice(text,arg)}
const all=Array.from(text),{start,stop,step}=_b_.slice.$conv_for_seq(arg,all.length)
let found=''
for(let at=start;step > 0 ? at < stop :at > stop;at+=step){found+=all[at]}
return told(found)}

const format=str_funcs.__format__
str_funcs.__format__=function(self,spec){
const text=plain(self)
if(! PAIR.test(text)){return format(self,spec)}
const {precision,width=0,fill=' ',align='<'}=new $B.parse_format_spec(plain(spec),self)
const all=Array.from(text).slice(0,precision),count=Math.max(0,width-all.length)
const left=align=='<' ? 0 :align=='>' ? count :count >> 1
return told(fill.repeat(left)+all.join('')+fill.repeat(count-left))}
const decode=_b_.bytes.tp_funcs.decode
_b_.bytes.tp_funcs.decode=$B.bytes_decode=Object.assign(function(){return told(decode.apply(this,arguments))},decode)

/* The part of a text that `start` and `end` name; null if it begins behind the text. */
function part_of($){
const text=plain($.self),all=PAIR.test(text)? Array.from(text):text,size=all.length
const place=(value,usual)=>{
if(value===_b_.None){return usual}
const at=Number($B.PyNumber_Index(value))
return at < 0 ? Math.max(0,at+size):at}
const start=place($.start,0),end=Math.min(size,place($.end,size))
if(start > end){return null}
return {start,text:typeof all=='string' ? all.slice(start,end):all.slice(start,end).join('')}}
const NAMES={self:null,sub:null,start:null,end:null},OPEN={start:_b_.None,end:_b_.None}
function finding(name,way,must){
str_funcs[name]=function(){
const $=$B.args(name,4,NAMES,arguments,OPEN,null,null),sub=checked($.sub,'argument'),part=part_of($)
const at=part===null ? -1 :part.text[way](sub)
if(at >=0){return part.start+length(part.text.slice(0,at))}
return must ? $B.RAISE(_b_.ValueError,'substring not found'):-1}}
finding('find','indexOf')
finding('rfind','lastIndexOf')
finding('index','indexOf',true)
finding('rindex','lastIndexOf',true)
str_funcs.count=function(){
const $=$B.args('count',4,NAMES,arguments,OPEN,null,null),sub=checked($.sub,'argument'),part=part_of($)
return part===null ? 0 :sub=='' ? length(part.text)+1 :part.text.split(sub).length-1}
function ending(name,way){
str_funcs[name]=function(){
const $=$B.args(name,4,NAMES,arguments,OPEN,null,null),part=part_of($)
const all=$B.$isinstance($.sub,_b_.tuple)? [...$B.make_js_iterator($.sub)]:[$.sub]
if(! all.every($B.is_str)){$B.RAISE(_b_.TypeError,`${name} first arg must be str or a tuple of str, not ${$B.class_name($.sub)}`)}
return part !==null && all.some(one=>part.text[way](plain(one)))}}
ending('startswith','startsWith')
ending('endswith','endsWith')

function words(text,max){
const found=[]
for(let at=0;;){
while(at < text.length && isSpace(text.charCodeAt(at))){at++}
if(at==text.length){return found}
let end=at
while(end < text.length &&(found.length >=max || ! isSpace(text.charCodeAt(end)))){end++}
found.push(text.slice(at,end))
at=end}}
function words_from_end(text,max){
const found=[]
for(let end=text.length;;){
while(end > 0 && isSpace(text.charCodeAt(end-1))){end--}
if(end==0){return found.reverse()}
let at=end
while(at > 0 &&(found.length >=max || ! isSpace(text.charCodeAt(at-1)))){at--}
found.push(text.slice(at,end))
end=at}}
function parts(text,sep,max){
if(max==Infinity){return text.split(sep)}
const found=[]
let at=0
for(let end;found.length < max &&(end=text.indexOf(sep,at))>-1;at=end+sep.length){found.push(text.slice(at,end))}
return [...found,text.slice(at)]}
function parts_from_end(text,sep,max){
const found=[]
let end=text.length
while(found.length < max && end >=sep.length){
const at=text.lastIndexOf(sep,end-sep.length)
if(at < 0){break}
found.push(text.slice(at+sep.length,end))
end=at}
return [...found,text.slice(0,end)].reverse()}
function splitting(name,by_space,by_text){
str_funcs[name]=function(){
const $=$B.args(name,3,{self:null,sep:null,maxsplit:null},arguments,{sep:_b_.None,maxsplit:-1},null,null)
const count=Number($B.PyNumber_Index($.maxsplit)),max=count < 0 ? Infinity :count,text=plain($.self)
if($.sep===_b_.None){return texts(by_space(text,max))}
const sep=checked($.sep,'separator')
if(sep==''){$B.RAISE(_b_.ValueError,'empty separator')}
return texts(by_text(text,sep,max))}}
splitting('split',words,parts)
splitting('rsplit',words_from_end,parts_from_end)

function parting(name,place,whole){
str_funcs[name]=function(self,sep){
$B.check_nb_args_no_kw('str.'+name,2,arguments)
const text=plain(self),by=checked(sep,'separator')
if(by==''){$B.RAISE(_b_.ValueError,'empty separator')}
const at=text[place](by)
return $B.fast_tuple((at < 0 ? whole(text):[text.slice(0,at),by,text.slice(at+by.length)]).map(told))}}
parting('partition','indexOf',text=>[text,'',''])
parting('rpartition','lastIndexOf',text=>['','',text])

str_funcs.replace=function(){
const $=$B.args('replace',4,{self:null,old:null,new:null,count:null},arguments,{count:-1},null,null)
const text=plain($.self),old=checked($.old,'replace() argument 1'),other=checked($.new,'replace() argument 2')
const count=Number($B.PyNumber_Index($.count)),max=count < 0 ? Infinity :count
if(old !=''){return told(parts(text,old,max).join(other))}
const chars=['',...text],first=chars.slice(0,max)
return told(first.map(char=>char+other).join('')+chars.slice(first.length).join(''))}

str_funcs.join=function(self,iterable){
$B.check_nb_args_no_kw('str.join',2,arguments)
const found=[]
for(const one of $B.make_js_iterator(iterable)){
if(! $B.is_str(one)){$B.RAISE(_b_.TypeError,`sequence item ${found.length}: expected str instance, ${$B.class_name(one)} found`)}
found.push(plain(one))}
return told(found.join(plain(self)))}

str_funcs.translate=function(self,table){
$B.check_nb_args_no_kw('str.translate',2,arguments)
const getitem=$B.$getattr(table,'__getitem__')
return told(Array.from(plain(self),char=>{
let other=char
try{
other=$B.$call(getitem,char.codePointAt(0))}catch(error){
if(! $B.is_exc(error,[_b_.LookupError])){throw error}}
return other===_b_.None ? '' :$B.is_int(other)? String.fromCodePoint($B.int_value(other)):plain(other)}).join(''))}
str.tp_iter=self=>({ob_type:$B.str_iterator,obj:self,len:str.mp_length(self),it:Array.from(plain(self),told)[Symbol.iterator]()})

const factory=str.$factory
str.$factory=function(){
const found=factory.apply(this,arguments)
return typeof found=='string' ? told(found):found}

const SHORT={'\n':'\\n','\r':'\\r','\t':'\\t','\\':'\\\\'}
function escaped(code){
const digits=code.toString(16)
return code < 256 ? '\\x'+digits.padStart(2,'0'):code < 65536 ? '\\u'+digits.padStart(4,'0'):'\\U'+digits.padStart(8,'0')}
str.tp_repr=function(self){
const text=plain(self),quote=text.includes("'")&& ! text.includes('"')? '"' :"'"
let shown=''
for(const char of text){
const code=char.codePointAt(0)
if(char==quote){shown+='\\'+char}else if(SHORT[char]){shown+=SHORT[char]}else{
shown+=code < 32 ||(code > 126 && /[\p{C}\p{Z}]/u.test(char))? escaped(code):char}}
return told(quote+shown+quote)}
_b_.ascii=obj=>_b_.repr(obj).replace(/[^\x00-\x7f]/gu,char=>escaped(char.codePointAt(0)))
str.tp_str=self=>typeof self=='string' || self instanceof String ? self :told(plain(self))

/* By code points. */
$B.$compareTexts=function(a,b){
a=plain(a)
b=plain(b)
if(PAIR.test(a)|| PAIR.test(b)){
const [x,y]=[Array.from(a),Array.from(b)],at=x.findIndex((char,place)=>char !=y[place])
if(at < 0){return x.length-y.length}
return at==y.length ? 1 :x[at].codePointAt(0)-y[at].codePointAt(0)}
return a < b ? -1 :a > b ? 1 :0}
str.tp_richcompare=function(self,other,op){
if(! $B.is_str(other)){return _b_.NotImplemented}
if(op=='__eq__'){return plain(self)==plain(other)}
if(op=='__ne__'){return plain(self)!=plain(other)}
const found=$B.$compareTexts(self,other)
return op=='__lt__' ? found < 0 :op=='__le__' ? found <=0 :op=='__gt__' ? found > 0 :found >=0}
}
