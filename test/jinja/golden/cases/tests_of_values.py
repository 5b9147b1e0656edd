"""Every test on every type."""

from .collect import Topic

topic = Topic("tests", {"d": {"a": 1}, "s": "Text", "f": 1.5, "l": [1]})
VALUES = ["0", "3", "-4", "2.0", "1.5", "true", "false", "none", "missing", "''", "'abc'", "'ABC'", "'aB1'", "'1'", "('x'|safe)", "[]", "[1]", "(1,)", "{}", "d", "range(3)", "dict", "d.items", "d.items()", "10**20", "cycler(1)", "joiner()", "namespace()", "'a'.encode()", "d|items"]
PLAIN = ["boolean", "callable", "defined", "escaped", "even", "false", "float", "integer", "iterable", "lower", "mapping", "none", "number", "odd", "sequence", "string", "true", "undefined", "upper"]
for name in PLAIN:
    for value in VALUES:
        topic.prints(name, f"{value} is {name}")
for name in ["eq", "ne", "lt", "gt", "le", "ge", "equalto", "lessthan", "greaterthan", "==", "!=", "<", ">", "<=", ">=", "sameas", "divisibleby", "in"]:
    for left, right in [("1", "1.0"), ("1", "'1'"), ("none", "none"), ("missing", "1"), ("1", "missing"), ("[1]", "[1]"), ("'a'", "'b'"), ("6", "3"), ("6", "0"), ("'a'", "'abc'"), ("1", "[1]")]:
        call = f"'x'|select('{name}', 1)|list" if not name.isalpha() else f"{left} is {name}({right})"
        topic.prints("compared", call)
    topic.prints("select", f"[1, 2, 3]|select('{name}', 2)|list", f"[1, 'a', none]|reject('{name}', 2)|list")
topic.prints("arguments", "1 is odd(1)", "1 is eq", "1 is eq()", "1 is eq(1, 2)", "1 is eq(b=1)", "1 is divisibleby", "1 is divisibleby(num=1)", "1 is divisibleby(x=1)", "1 is divisibleby(1, 2)", "1 is in", "1 is in([1])", "1 is in [1]", "1 is in 1", "1 is sameas", "1 is none(1)", "1 is defined(1)", "missing is defined(2)", "1 is callable(1)", "1 is callable(x=1)", "1 is lt 2", "1 is lt 2 is true", "6 is divisibleby 3", "6 is divisibleby 3 and true", "6 is not divisibleby 4", "6 is divisibleby -3", "6 is divisibleby (3)", "6 is divisibleby [3][0]", "6 is eq 3 + 3", "6 is eq 6|string", "6 is eq 'a'", "'a' is eq 'a' 'b'", "d is eq {'a': 1}", "d is eq d.b", "1 is nope", "1 is not nope", "1 is nope.deep", "1 is defined.x", "1 is", "1 is not", "1 is 2", "1 is (2)", "1 is not not defined", "1 is eq not 2", "1 is even or 1 is odd", "1 is even if 1 is odd", "1 is eq none", "none is eq none")
topic.prints("names", "'upper' is filter", "'nope' is filter", "'odd' is test", "'nope' is test", "1 is filter", "[] is filter", "none is test", "missing is filter", "'==' is test", "('upper'|safe) is filter", "'from_json' is filter", "{} is test")
topic.prints("attributes", "missing.x is defined", "d.x is defined", "d.x.y is defined", "d.a is defined", "d['x'] is undefined", "l[0] is defined", "l[5] is defined", "s.upper is defined", "s.upper is callable", "missing is none", "missing is iterable", "missing is sequence", "missing is string", "missing is mapping", "missing is number", "missing is odd", "missing is even", "missing is lower", "missing is upper", "missing is true", "loop is defined", "range is defined", "self is defined", "caller is defined", "varargs is defined")
