"""What pages do most often, before all that could also be asked for."""

from compiler.patches.source import replace


def small_integers(source: str) -> str:
    """`%` and `//` went through big integers, and whatever gave 0 through the methods of types."""
    source = replace(
        source,
        """case '__pow__':
if(res_is_int && y_num >=0){return""",
        """case '__mod__':
if(res_is_int && y_num > 0){z=x_num % y_num
if(z < 0){z+=y_num}}
break
case '__floordiv__':
if(res_is_int && y_num > 0 && Math.abs(x_num) < 0x80000000){z=Math.floor(x_num/y_num)}
break
case '__pow__':
if(res_is_int && y_num >=0){return""",
    )
    return replace(
        source,
        "if(z){if(res_is_int && Number.isSafeInteger(z)){return z}else if(res_is_float){"
        "return{ob_type:_b_.float,value:z}}}}else if(typeof x==",
        # No -0 among integers.
        "if(z !==undefined){if(res_is_int && Number.isSafeInteger(z)){return z+0}"
        "else if(res_is_float){"
        "return{ob_type:_b_.float,value:z}}}}else if(typeof x==",
    )


def texts_as_they_are(source: str) -> str:
    """`str(x)` of a text or an integer, as in every f-string, parsed its arguments first.

    Each text made was searched letter by letter for characters beyond 16 bits.
    """
    source = replace(
        source,
        "str.$factory=function(){var[args,kw]=",
        "str.$factory=function(first){if(arguments.length==1){"
        "if(typeof first=='string'){return first}\nif(typeof first=='number'){return ''+first}}\n"
        "var[args,kw]=",
    )
    return replace(
        source,
        "$B.String=function(s){var srg=",
        "$B.String=function(s){if(! /[\\ud800-\\udbff]/.test(s)){return s}\nvar srg=",
    )


def lists_and_tuples(source: str) -> str:
    """The length of a list, and what stands at a place of a tuple, were asked of their types."""
    source = replace(
        source,
        "var len=_b_.len=function(obj){check_nb_args",
        "var len=_b_.len=function(obj){if(arguments.length==1 &&(typeof obj=='string' ||"
        "(Array.isArray(obj)&&(obj.ob_type===_b_.list || obj.ob_type===_b_.tuple)))){"
        "return obj.length}\ncheck_nb_args",
    )
    return replace(
        source,
        "if(own !==undefined){return own(obj,item)}\n",
        "if(own !==undefined){return own(obj,item)}\n"
        "if(typeof item=='number' && item >=0 && Array.isArray(obj)&& obj.ob_type===_b_.tuple "
        "&& item < obj.length){return obj[item]}\n",
    )
