"""Contexts: JSON texts, so that 1.0 and 20-digit integers reach both sides as they stand, and what they hold."""

import json

WORDS = ["a", "b", "Foo", "bar baz", "", " x ", "Ünïcödé", "日本語", "ß", "ǆ", "😀", "e\u0301", "<b>&amp;</b>", "it's",
         'say "hi"', "a,b,,c", "1", "-7", "3.5", "1e3", "None", "x=1&y=2", "line\nbreak", "tab\there", "hello world",
         "HELLO", "Hello World foo-bar", "http://example.com/a?b=c", "www.example.org.", "me@example.com", "0x1f", "%s %d",
         "{} {0}", "aaaa", "İ", "ﬁ", "\u00a0", "\u200b", "null", "[1, 2]", "/path/to", "under_score", "CamelCase"]
INTS = ["0", "1", "2", "3", "-1", "7", "10", "42", "-5", "255", "1000000", "12345678901234567890", "-98765432109876543210",
        "9007199254740993", "2147483648"]
FLOATS = ["0.0", "1.0", "-0.0", "1.5", "2.5", "-3.75", "0.1", "1e20", "1e16", "1e-7", "123456.789", "3.14159", "1e300", "100.0",
          "0.30000000000000004"]
CONSTANTS = ["true", "false", "null"]

# What the names of every context hold; the expressions are drawn by these types.
NAMES = {
    "n": "int", "i": "int", "big": "int", "f": "float", "g": "float", "s": "str", "t": "str", "html": "str", "yes": "bool",
    "no": "bool", "none_": "none", "nums": "ints", "fl": "floats", "words": "strs", "mixed": "list", "empty": "list", "d": "dict",
    "e": "dict", "rows": "rows", "user": "row", "grid": "grid", "js": "json", "v": "any", "missing": "undefined",
}


def text(source):
    if source.chance(0.12):
        return " ".join(source.some(WORDS, 2, 12))
    return source.pick(WORDS)


def array(parts):
    return "[" + ", ".join(parts) + "]"


def mapping(pairs):
    return "{" + ", ".join(f"{json.dumps(key)}: {value}" for key, value in dict(pairs).items()) + "}"


def value(source, depth=2):
    kinds = [(4, "text"), (3, "int"), (2, "float"), (2, "constant")]
    if depth > 0:
        kinds += [(1, "array"), (1, "mapping")]
    kind = source.weighted(kinds)
    if kind == "text":
        return json.dumps(text(source))
    if kind == "array":
        return array(value(source, depth - 1) for _ in range(source.below(4)))
    if kind == "mapping":
        return mapping((key(source), value(source, depth - 1)) for _ in range(source.below(4)))
    return source.pick({"int": INTS, "float": FLOATS, "constant": CONSTANTS}[kind])


def key(source):
    names = ["a", "b", "id", "name", "items", "keys", "x y", "Z", "get", "1", "é", "_p", "values", "count", "tags"]
    return source.pick(names)


def row(source):
    tags = array(json.dumps(source.pick(["x", "y", "X", "z"])) for _ in range(source.below(4)))
    pairs = [
        ("name", json.dumps(source.pick(["Ada", "bob", "Carol", "ada", "Éva", "<i>", ""]))),
        ("amount", source.pick(INTS[:9] + FLOATS[:8])),
        ("active", source.pick(["true", "false"])),
        ("tags", tags),
        ("owner", mapping([("id", source.pick(INTS[:9])), ("name", json.dumps(text(source)))])),
        ("kind", source.pick(['"a"', '"b"', '"A"', '"c"'])),
    ]
    if source.chance(0.15):
        pairs.pop(source.below(len(pairs)))
    if source.chance(0.1):
        pairs.append((source.pick(["name", "amount", "kind"]), "null"))
    return mapping(pairs)


def context(source):
    """The JSON text of a context with every name of `NAMES` but `missing`; now and then one is left out."""
    make = {
        "int": lambda: source.pick(INTS if source.chance(0.3) else INTS[:10]),
        "float": lambda: source.pick(FLOATS),
        "str": lambda: json.dumps(text(source)),
        "none": lambda: "null",
        "ints": lambda: array(source.some(INTS[:10], 0, 6)),
        "floats": lambda: array(source.some(FLOATS[:9], 0, 5)),
        "strs": lambda: array(map(json.dumps, source.some(WORDS, 0, 6))),
        "list": lambda: array(value(source) for _ in range(source.below(6))),
        "dict": lambda: mapping((key(source), value(source)) for _ in range(source.below(6))),
        "rows": lambda: array(row(source) for _ in range(source.below(5))),
        "row": lambda: row(source),
        "grid": lambda: array(array(source.some(INTS[:9], 1, 3)) for _ in range(source.below(4))),
        "json": lambda: json.dumps(value(source, 3)),
        "any": lambda: value(source, 3),
    }
    fixed = {"yes": "true", "no": "false", "empty": "[]", "html": json.dumps("<a href=\"x\">R&D's</a>")}
    pairs = []
    for name, kind in NAMES.items():
        if name == "missing" or source.chance(0.02):
            continue
        pairs.append((name, fixed.get(name) or make[kind]()))
    return mapping(pairs)
