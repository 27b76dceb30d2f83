"""`json`: what is read, what is written, and what is refused."""

# fmt: off
import json

TEXTS = [
    '{"a": {"b": [1, null, true, false, "x\\u00e9\\ud83d\\ude00"]}}',
    "[1.0, 1e5, -0, 0.1, 1E2, 12, -3.5e-2, -0.0, 1e400, NaN, Infinity, -Infinity]", "[]", "{}", ' \n"\\n\\"\\\\\\/"\t',
    "[9007199254740993, 12345678901234567890, -9007199254740995, 9007199254740991]", '"\u2028桥😀"', "[[[]], {}, [{}]]",
    '{"__proto__": 1, "constructor": 2, "hasOwnProperty": 3, "1": 4, "b": 5, "0": 6, "b": 7}', "1", "-1.5", "null",
]
for text in TEXTS:
    print(json.loads(text))
print([type(one).__name__ for one in json.loads("[1, 1.0, 1e2, true, null, 12345678901234567890]")], json.loads(b"[1]"))
print(len(json.loads('"\\ud83d\\ude00"')), json.loads('{"😀": 1}')["😀"], json.loads('{"__proto__": {"a": 1}}').get("a"))
for wrong in ["", "{", "[1,]", "{'a':1}", "nul", "01", '"\n"', "[1] 2", "+1", "1.", ".5", '{"a" 1}', '{"a": }', "[1\n 2]", '{"a": 1,}',
              '{"a": 1 "b"', '["桥😀', "[1,\n\n}", '"\\x"', "tru", "]", "-"]:
    try:
        print("no error", json.loads(wrong))
    except json.JSONDecodeError as error:
        print(isinstance(error, ValueError), error.doc == wrong)
for wrong in ["", "[1] 2", '{"a" 1}', "[1\n 2]", "nul", '["桥", 😀]']:
    try:
        json.loads(wrong)
    except json.JSONDecodeError as error:
        print(error, error.msg, error.pos, error.lineno, error.colno)


class Names(dict):
    pass


class Word(str):
    pass


VALUES = [
    None, True, False, 0, -1, 12345678901234567890, 1.0, 0.1, 1e20, 1e-7, 1e16, float("nan"), float("-inf"), "", 'a"\\\n\t\x00\x7f\u2028é桥😀',
    [], {}, (), [1, [2, (3,)], {}], {"a": [1, 2.0, None], "b": {"c": {}}}, {1: 2, None: 3, True: 4, 1.5: 5}, Names(a=1), [Word("x")], {Word("k"): 1},
    {"b": 1, "a": 2, "1": 3},
]
for value in VALUES:
    print(json.dumps(value), json.dumps(value, ensure_ascii=False, separators=(",", ":")))
print(json.dumps(VALUES[18:20], indent=2), json.dumps({"b": [1], "a": {}}, indent="\t", sort_keys=True), json.dumps([[], {"a": []}], indent=0))
print(json.dumps({"b": 1, "a": [2], "c": {"z": 1, "y": 2}}, sort_keys=True), json.dumps([{1, 2}, {3}], default=sorted))
around = []
around.append(around)
for wrong in ({1, 2}, {(1, 2): 3}, [object], around, b"a", {"a": {1}}):
    try:
        print(json.dumps(wrong))
    except (TypeError, ValueError) as error:
        print(error if "Circular" in str(error) else str(error).split("\n")[0])
print(json.loads(json.dumps(VALUES[19])) == VALUES[19])
