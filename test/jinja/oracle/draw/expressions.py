"""Draws expressions from the patterns."""

import re

from . import patterns
from .contexts import NAMES

ATOM = re.compile(r"\w+|\(\w*\)|'[^']*'|\"[^\"]*\"|\[[^\[\]]*\]")
PLACEHOLDER = re.compile(r"@([a-z]+)")
TYPES = ["int", "float", "str", "bool", "list", "dict", "tuple", "none", "undefined", "markup", "any", "ints", "strs", "rows", "row", "floats"]
COMMON = [(6, "str"), (5, "int"), (3, "float"), (3, "bool"), (5, "list"), (3, "dict"), (1, "tuple"), (1, "none"), (1, "undefined"), (2, "markup"),
          (3, "any"), (1, "ints"), (1, "strs"), (1, "rows"), (1, "row")]
WIDER = {"small": ["int"], "list": ["ints", "strs", "rows", "floats", "list", "grid"], "dict": ["dict", "row"], "sep": [], "key": ["str"],
         "attr": [], "json": ["json", "str"], "tuple": ["tuple"], "any": TYPES, "markup": ["markup"]}

FILTERS = """abs attr base64_decode base64_encode batch capitalize center count d default dictsort e escape filesizeformat first float
forceescape format from_json groupby indent int items join json_encode last length list lower map max min pprint reject rejectattr replace
reverse round safe select selectattr slice sort string striptags sum title tojson trim truncate unique upper urlencode urlize wordcount
wordwrap xmlattr""".split()
KEYWORDS = """value width first blank attribute default reverse case_sensitive by length killwords end leeway d precision method count old new
fill_with linecount slices boolean indent target rel nofollow trim_url_limit binary base start key x chars autospace name s""".split()
METHODS = """upper lower split join replace format strip count find index startswith encode title center zfill partition splitlines translate
append pop insert remove extend sort reverse copy clear get items keys values update setdefault popitem fromkeys bit_length to_bytes from_bytes
is_integer hex as_integer_ratio conjugate real imag numerator denominator casefold isdigit expandtabs removeprefix rsplit ljust format_map
maketrans rindex swapcase decode intersection union unescape striptags""".split()


class Expressions:
    def __init__(self, source):
        self.source = source
        # Names that stand for something where the expression will stand, innermost last.
        self.scope = list(NAMES.items())
        self.in_loop = 0

    def expression(self, depth=3):
        return self.of(self.source.weighted(COMMON), depth)

    def of(self, kind, depth):
        source = self.source
        if kind == "test":
            return self.fill(source.pick(patterns.TESTS), depth)
        if kind == "stringtest":
            return self.fill(source.pick(patterns.STRING_TEST), depth)
        if kind == "testname":
            return self.fill(source.pick(patterns.CALLABLE_TESTS), depth)
        if kind == "mapfilter":
            return self.fill(source.pick(patterns.MAP_FILTERS), depth)
        if source.chance(0.06):
            kind = source.pick(TYPES)
        elif source.chance(0.015):
            return self.misuse(depth)
        elif source.chance(0.02):
            return self.odd(depth)
        ways = patterns.PATTERNS.get(kind)
        if ways and not self.in_loop:
            ways = [way for way in ways if "loop" not in way]
        if depth > 0 and ways and source.chance(0.55):
            drawn = self.fill(source.pick(ways), depth - 1)
            return f"({drawn})" if source.chance(0.25) else drawn
        return self.leaf(kind, depth)

    def leaf(self, kind, depth):
        source = self.source
        kinds = WIDER.get(kind, [kind])
        names = [name for name, held in self.scope if held in kinds]
        literals = patterns.LITERALS.get(kind, [])
        if kind in ("small", "attr", "sep", "key"):
            return source.pick(literals) if source.chance(0.93) or not names else source.pick(names)
        if kind == "any":
            kinds = TYPES[:8] if depth > 0 else TYPES[:4]
            return self.leaf(source.pick(["undefined", "any", "none"] if source.chance(0.08) else kinds), 0)
        if names and (not literals or source.chance(0.6)):
            # The later a name was bound, the likelier it is meant.
            return names[-1] if source.chance(0.2) else source.pick(names)
        if literals:
            return source.pick(literals)
        return self.fill(source.pick(patterns.PATTERNS[kind]), 0)

    def fill(self, pattern, depth):
        def replaced(match):
            drawn = self.of(match.group(1), depth)
            postfix = pattern[match.end():match.end() + 1] in (".", "[", "(")
            loose = not ATOM.fullmatch(drawn)
            return f"({drawn})" if postfix and loose and not self.source.chance(0.05) else drawn

        return PLACEHOLDER.sub(replaced, pattern)

    def arguments(self, depth):
        source = self.source
        parts = [self.of("any", depth) for _ in range(source.below(4))]
        for name in {source.pick(KEYWORDS): 1 for _ in range(source.below(3))}:
            parts.append(f"{name}={self.of('any', depth)}")
        if source.chance(0.08):
            parts.append("*" + self.of("list", depth))
        if source.chance(0.08):
            parts.append("**" + self.of("dict", depth))
        return ", ".join(parts)

    def misuse(self, depth):
        """A call of something that may not exist, with arguments that may not fit."""
        source = self.source
        way = source.below(4)
        depth = min(depth, 1)
        target = self.of(source.pick(TYPES), depth)
        if way == 0:
            return f"{target}|{source.pick(FILTERS)}({self.arguments(depth)})"
        if way == 1:
            return f"({target}).{source.pick(METHODS)}({self.arguments(depth)})"
        if way == 2:
            return f"{source.pick(['range', 'dict', 'namespace', 'cycler', 'joiner', 'nope'])}({self.arguments(depth)})"
        return f"({target}).{source.pick(METHODS)}"

    def odd(self, depth):
        """Syntax that is seldom written."""
        a, b, c = (self.of("any", depth - 1) for _ in range(3))
        n = self.of("small", 0)
        return self.source.pick([
            f"({a})[{b}, {c}]", f"({a})[:]", f"({a})[{n}::{n}]", f"{a} if {b} else {c} if {a}", f"({a}, {b})[{n}]", f"[{a}, {b},][{n}]", f"{{{a}: {b},}}",
            f"{a} is not {self.of('test', 0)} and {b}", f"not not {a}", f"- -{n}", f"-{n}|abs", f"-{n} ** 2", f"2 ** -{n}", f"{n} ** 3 ** 2", f"{a} not in [{b}]", f"{a} == {b} != {c}",
            f"({a}).0.1", f"{a}.x|default({b})", f"{a}['x']['y']", f"{a}|string|length > {n} and {b}", f"{a} ~ {b} ~ {c}", f"{n}.5", f"{n}.real", f"1.e", f"{a}|default({b})|default({c})",
            f"({a} or {b}) and {c}", f"{a} in ({b}, {c})", f"{a} < {b} < {c}", f"{n} + {n} * {n} - {n} % 3 // 2", f"{n} ~ {n} + {n}", f"{a} is sameas {b}", f"({a}|list)[{n}:{n}]", f"{a}|map(attribute={n})|list",
            f"{a} is divisibleby({n}) is true", f"'%s' % {a}", f"'%s %s' % ({a}, {b})", f"'%(x)s' % {{'x': {a}}}", f"'a' 'b' ~ {a}", f"{a}|e|e", f"loop.index", f"self", f"self.x()", f"caller()", f"varargs", f"kwargs|list", f"super()", f"loop", f"range", f"dict", f"true.x", f"none.x", f"'' is {self.of('stringtest', 0)}",
        ])
