"""Floats as decimal numbers."""

from compiler.patches.source import replace, replace_span

FIXED = """
/* The nearest multiple of 10 ** -digits to a positive float, of two the even one: exactly. */
$B.$decimal=function(value,digits){
let shift=0n
while(! Number.isInteger(value)){
value*=2
shift++}
let over=BigInt(value),under=1n << shift
if(digits < 0){under*=10n ** BigInt(-digits)}else{over*=10n ** BigInt(digits)}
let found=over/under
const rest=2n*(over%under)
if(rest > under ||(rest==under && found%2n)){found++}
return found}
var roundDownToFixed=$B.roundDownToFixed=function(v,d){
if(! isFinite(v)){return v.toString()}
const text=$B.$decimal(Math.abs(v),d).toString().padStart(d+1,'0'),at=text.length-d
return (v < 0 || Object.is(v,-0)? '-' :'')+text.slice(0,at)+(d ? '.'+text.slice(at):'')}
"""

ROUND = """float_funcs.__round__=function(self){
var $=$B.args('__round__',2,{self:null,ndigits:null},arguments,{ndigits:_b_.None})
const value=$B.float_value($.self).value
if(! isFinite(value)){
if($.ndigits !==_b_.None){return fast_float(value)}
if(isNaN(value)){$B.RAISE(_b_.ValueError,'cannot convert float NaN to integer')}
$B.RAISE(_b_.OverflowError,'cannot convert float infinity to integer')}
const digits=$.ndigits===_b_.None ? 0 :Number($B.PyNumber_Index($.ndigits))
const found=digits > 340 || digits < -340 ? 0n :$B.$decimal(Math.abs(value),digits)
if($.ndigits===_b_.None){return _b_.int.$int_or_long(value < 0 ? -found :found)}
if(digits > 340){return fast_float(value)}
const near=Number(found+'e'+-digits)
if(! isFinite(near)){$B.RAISE(_b_.OverflowError,'rounded value too large to represent')}
return fast_float(value < 0 || Object.is(value,-0)? -near :near)}
"""


def decimals_are_exact(source: str) -> str:
    """`round(2.675, 2)` was 2.68, `f"{2.5:.0f}"` was 3: powers of ten were multiplied as floats."""
    source = replace_span(
        source,
        "var roundDownToFixed=$B.roundDownToFixed=function(v,d){",
        "var floating_point_decimal_format=",
        FIXED.lstrip("\n"),
    )
    source = replace(source, "if(Object.is(val,-0)){res='-'+res}\nreturn res})", "return res})")
    source = replace(
        source,
        'res=Math.round(value)+(fmt.alternate ? "." :"")',
        'res=$B.roundDownToFixed(value,0)+(fmt.alternate ? "." :"")',
    )
    return replace_span(source, "float_funcs.__round__=function(self){", "float_funcs.", ROUND)
