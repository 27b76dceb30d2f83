"""Where Brython 3.15.0 goes wrong in ways that an application would meet."""

from compiler.patches.source import replace, replace_pattern, replace_span


def all_lets_errors_through(source: str) -> str:
    """`all(check(x) for x in rows)` was True when `check` raised."""
    return replace_span(
        source,
        "_b_.all=function(obj){check_nb_args_no_kw('all',1,arguments)",
        "_b_.anext=function(){",
        "_b_.all=function(obj){check_nb_args_no_kw('all',1,arguments)\n"
        "for(var elt of $B.make_js_iterator(obj)){if(! $B.$bool(elt)){return false}}\n"
        "return true}\n",
    )


def exceptions_show_all_arguments(source: str) -> str:
    """`str(MyError(1, 2))` was "1", and its repr left the second argument out, too."""
    source = replace(source, "_b_.AttributeError,msg,[],{$kw:", "_b_.AttributeError,msg,{$kw:")
    source = replace(
        source,
        "_b_.BaseException.tp_str=function(self){if(",
        "_b_.BaseException.tp_str=function(self){if(self.args.length > 1){"
        "return _b_.str.$factory(self.args)}\nif(",
    )
    return replace(
        source,
        "_b_.BaseException.tp_repr=function(self){var args=''\nif(",
        "_b_.BaseException.tp_repr=function(self){var args=''\nif(self.args.length > 1){"
        "args=self.args.map(arg=>_b_.repr(arg)).join(', ')}else if(",
    )


def keys_named_like_methods(source: str) -> str:
    """A dict with the key "hasOwnProperty", from JSON say, broke every later look-up in it."""
    return replace_pattern(
        source, r"\b(?<![.\]])([A-Za-z_]\w*)\.hasOwnProperty\(", r"Object.hasOwn(\1,", at_least=30
    )


def coroutines_may_be_handed_on(source: str) -> str:
    """A function that returns a coroutine for its caller to await got a RuntimeWarning."""
    source = replace_span(
        source,
        "if(frame.$coroutine){if(! frame.$coroutine.$sent){",
        "$B.frame_obj=$B.frame_obj.prev\nif(frame.$has_generators)",
        "",
    )
    return replace(
        source,
        "if($B.frame_obj !==null){var frame=$B.frame_obj.frame\n"
        "frame.$coroutine=res\nres.$lineno=frame.$lineno}\n",
        "",
    )


def awaits_keep_their_own_frame(source: str) -> str:
    """Two coroutines that await one promise restored each other's frames."""
    return replace(
        source,
        "obj.frame_obj=$B.frame_obj\n"
        "return obj.then(function(x){$B.frame_obj=obj.frame_obj\n"
        "return $B.jsobj2pyobj(x)}).catch(function(err){$B.frame_obj=obj.frame_obj\n",
        "let frame_obj=$B.frame_obj\n"
        "return obj.then(function(x){$B.frame_obj=frame_obj\n"
        "return $B.jsobj2pyobj(x)}).catch(function(err){$B.frame_obj=frame_obj\n",
    )


def bytes_are_added(source: str) -> str:
    """`bytes + bytes` went by way of a memoryview, which the page does not have."""
    return replace_span(
        source,
        "function get_list_from_bytes_like(obj){",
        "function check_buffer(arg)",
        "function get_list_from_bytes_like(obj){return obj.source}\n",
    )


def integers_are_rounded(source: str) -> str:
    """`round(1234, -2)` was a RangeError."""
    return replace(
        source,
        "var mult=Math.pow(10,n),x=arg*mult,floor=Math.floor(x)",
        "if(typeof arg !='object'){\n"
        "if(n >=0){return typeof arg=='boolean' ? +arg :arg}\n"
        "var unit=10n**BigInt(-n),rest=((BigInt(arg)%unit)+unit)%unit,near=BigInt(arg)-rest\n"
        "if(2n*rest > unit ||(2n*rest==unit && near/unit%2n)){near+=unit}\n"
        "return Number.isSafeInteger(Number(near))? Number(near):near}\n"
        "var mult=Math.pow(10,n),x=arg*mult,floor=Math.floor(x)",
    )


def empty_ranges_are_false(source: str) -> str:
    """`range(3, 3)` was true: its end was looked up by a name that it does not have."""
    return replace(
        source,
        "_b_.range.nb_bool=function(self){return self.start !=self.end}",
        "_b_.range.nb_bool=function(self){return _b_.range.mp_length(self)> 0}",
    )


def comparisons_ask_the_left_first(source: str) -> str:
    """Of two objects of one class, `a < b` asked `b > a`; only a subclass on the right may."""
    return replace(
        source,
        "if(x?.ob_type && y?.ob_type){\n",
        "if(x?.ob_type && y?.ob_type && x.ob_type !==y.ob_type){\n",
    )


def asynchronous_generators_leave_no_frame(source: str) -> str:
    """Who asked one for its next item went on in the generator's frame: names were not found."""
    source = replace(
        source,
        "var res=await gen.next(value)}",
        "var res=gen.next(value)\n$B.frame_obj=save_frame_obj\nres=await res}",
    )
    return replace(
        source,
        "res=await gen.throw($B.$call(_b_.GeneratorExit))}",
        "res=gen.throw($B.$call(_b_.GeneratorExit))\n$B.frame_obj=save_frame_obj\nres=await res}",
    )
