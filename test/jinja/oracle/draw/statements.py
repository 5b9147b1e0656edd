"""Draws templates."""

from .contexts import context
from .expressions import Expressions
from .source import Source

TEXTS = ["x", " ", "\n", "a b", "<p>", "</p>\n", "  \n  ", "\t", "é", "{", "}", "%", "- ", "'\"&", ": ", "\n\n", "1", ",", "日", " end\n", "\r\n", "{ {", "% }", "#}"]
TARGETS = {"ints": "int", "strs": "str", "rows": "row", "floats": "float", "list": "any", "grid": "ints", "any": "any", "str": "str", "dict": "str", "tuple": "any"}


class Templates(Expressions):
    def __init__(self, source):
        super().__init__(source)
        self.counter = 0
        self.macros = []
        self.blocks = 0
        self.in_macro = False
        # How much of the whitespace control, and how many parts, this template has.
        self.control = source.pick([0, 0, 0.1, 0.4])

    def fresh(self, stem):
        # Names come back on purpose: shadowing and overwriting is where scoping goes wrong.
        if self.source.chance(0.35):
            return self.source.pick(["x", "y", "n", "s", "d", "v", "words", "loop_", "row"])
        self.counter += 1
        return f"{stem}{self.counter}"

    def sign(self, extra=""):
        return self.source.pick(["-", "-", "+"] if not extra else extra) if self.source.chance(self.control) else ""

    def tag(self, inside):
        gap = "" if self.source.chance(0.05) else " "
        return f"{{%{self.sign()}{gap}{inside}{gap}{self.sign()}%}}"

    def output(self, inside):
        gap = "" if self.source.chance(0.1) and not inside.startswith("{") else " "
        end = " " if inside.endswith("}") else gap
        return f"{{{{{self.sign()}{gap}{inside}{end}{self.sign('-')}}}}}"

    def text(self):
        drawn = "".join(self.source.some(TEXTS, 0, 3))
        return drawn + " " if drawn.endswith("{") and not self.source.chance(0.02) else drawn

    def body(self, depth, least=1, most=3):
        mark = len(self.scope)
        drawn = "".join(self.part(depth) for _ in range(self.source.between(least, most)))
        del self.scope[mark:]
        return drawn

    def part(self, depth):
        source = self.source
        kinds = [(6, "print"), (3, "words"), (1, "comment"), (0.3, "raw")]
        if depth > 0:
            kinds += [(3, "loop"), (3, "branch"), (3, "assign"), (1.2, "assign_block"), (1.2, "bind"), (1.5, "macro"), (1.5, "use_macro"), (0.8, "call_block"), (0.8, "filter_block"),
                      (0.6, "autoescape"), (1, "spaces"), (0.5, "block"), (0.2, "stray")]
        return self.text() + getattr(self, source.weighted(kinds))(depth)

    def print(self, depth):
        return self.output(self.expression(source_depth(self.source, depth)))

    def words(self, _depth):
        return self.text()

    def comment(self, _depth):
        inside = self.source.pick(["note", "{{ x }}", "{% if %}", "a\nb", ""])
        return f"{{#{self.sign()} {inside} {self.sign('-')}#}}"

    def raw(self, _depth):
        inside = self.source.pick(["{{ x }}", " {% if %} ", "\n{# c #}\n", "{% endraw"])
        return self.tag("raw") + inside + self.tag("endraw")

    def loop(self, depth):
        source = self.source
        kind = source.pick(list(TARGETS))
        iterable = self.of(kind, 1)
        mark = len(self.scope)
        name = self.fresh("it")
        target, bound = name, [(name, TARGETS[kind])]
        if source.chance(0.25):
            other = self.fresh("val")
            target, bound = f"{name}, {other}", [(name, "str"), (other, "any")]
            iterable = source.pick(["@dict.items()", "@dict|dictsort", "@rows|groupby(@attr)", "@list|batch(2)", "@grid", "@dict|items", "[(1, 2), (3, 4)]", "@any"])
            iterable = self.fill(iterable, 1)
            if source.chance(0.2):
                target = f"({name}, {other})"
        self.scope += bound
        condition = f" if {self.of('bool', 1)}" if source.chance(0.2) else ""
        recursive = source.chance(0.08)
        head = self.tag(f"for {target} in {iterable}{condition}{' recursive' if recursive else ''}")
        self.in_loop += 1
        body = self.body(depth - 1)
        if source.chance(0.5):
            body += self.output(source.pick(["loop.index", "loop.index0", "loop.first", "loop.last", "loop.length", "loop.revindex", "loop.revindex0", "loop.depth", "loop.depth0", "loop.cycle('a', 'b')", "loop.previtem",
                                             "loop.nextitem", "loop.changed(" + name + ")", "loop.previtem is defined", "loop.nextitem|default('none')", "loop.cycle(*words)", "loop.nope", "loop", "loop.cycle()"]))
        if recursive and source.chance(0.8):
            body += self.output(source.pick([f"loop({name}.tags)", f"loop({name}[:0])", f"loop([])", f"loop({name}) if {name} is iterable and {name} is not string", f"loop({name}.owner) if {name} is mapping"]))
        self.in_loop -= 1
        del self.scope[mark:]
        tail = self.tag("else") + self.body(depth - 1) if source.chance(0.2) else ""
        return head + body + tail + self.tag("endfor")

    def branch(self, depth):
        parts = [self.tag(f"if {self.of('bool', 2)}"), self.body(depth - 1)]
        while self.source.chance(0.25):
            parts += [self.tag(f"elif {self.of('bool', 2)}"), self.body(depth - 1)]
        if self.source.chance(0.4):
            parts += [self.tag("else"), self.body(depth - 1)]
        return "".join(parts) + self.tag("endif")

    def assign(self, _depth):
        source = self.source
        if source.chance(0.15):
            first, second = self.fresh("p"), self.fresh("q")
            drawn = self.tag(f"set {first}, {second} = {self.fill(source.pick(['@any, @any', '(@int, @str)', '@tuple', '@str', '@list']), 1)}")
            self.scope += [(first, "any"), (second, "any")]
            return drawn
        kind = source.pick(["int", "str", "list", "dict", "float", "any", "ints", "undefined", "markup", "bool"])
        name = self.fresh("set")
        drawn = self.tag(f"set {name} = {self.of(kind, 2)}")
        self.scope.append((name, kind))
        return drawn

    def assign_block(self, depth):
        name = self.fresh("blk")
        filters = self.source.pick(["", "", "|upper", " | trim | title", "|replace('a', 'b')", "|length", "|e", "|safe", "|list", "|default('z')", "|indent(2)", "|nope"])
        drawn = self.tag(f"set {name} {filters}".rstrip()) + self.body(depth - 1) + self.tag("endset")
        self.scope.append((name, "markup"))
        return drawn

    def bind(self, depth):
        kinds = self.source.some(["int", "str", "list", "dict", "any"], 0, 2)
        names = [(self.fresh("w"), kind) for kind in kinds]
        heads = ", ".join(f"{name} = {self.of(kind, 1)}" for name, kind in names)
        mark = len(self.scope)
        self.scope += names
        body = self.body(depth - 1)
        del self.scope[mark:]
        return self.tag(f"with {heads}".rstrip()) + body + self.tag("endwith")

    def macro(self, depth):
        source = self.source
        name = self.fresh("m")
        parameters = []
        mark = len(self.scope)
        for position in range(source.below(4)):
            parameter = source.pick(["a", "b", "c", "n", "x", "loop"]) + (str(position) if source.chance(0.7) else "")
            default = f"={self.of('any', 1)}" if source.chance(0.4) or (parameters and "=" in parameters[-1]) else ""
            parameters.append(parameter + default)
            self.scope.append((parameter, "any"))
        extras = source.pick(["", "", "", "{{ varargs }}", "{{ kwargs }}", "{{ caller() }}", "{{ caller(1, 'two') if caller }}", "{{ caller is defined }}", "{{ varargs|length }}{{ kwargs|dictsort }}"])
        body = self.body(depth - 1) + extras
        del self.scope[mark:]
        self.macros.append((name, len(parameters)))
        return self.tag(f"macro {name}({', '.join(parameters)})") + body + self.tag("endmacro")

    def invocation(self):
        source = self.source
        if not self.macros or source.chance(0.05):
            return source.pick(["nope()", "range(3)", "dict()", "missing()", "loop(1)", "joiner()()"])
        name, count = source.pick(self.macros)
        if source.chance(0.1):
            return f"{name}.{source.pick(['name', 'arguments', 'catch_kwargs', 'catch_varargs', 'caller', 'nope'])}"
        wanted = count if source.chance(0.7) else source.below(5)
        parts = [self.of("any", 1) for _ in range(wanted)]
        if source.chance(0.2):
            parts.append(f"{source.pick(['a', 'b', 'c0', 'a0', 'zz', 'caller'])}={self.of('any', 1)}")
        return f"{name}({', '.join(parts)})"

    def use_macro(self, _depth):
        return self.output(self.invocation() + self.source.pick(["", "", "|upper", "|length", "|e", " ~ 'x'", "|trim"]))

    def call_block(self, depth):
        head = self.source.pick(["call", "call", "call(u)", "call(u, w=2)", "call(u, w)"])
        mark = len(self.scope)
        if "(" in head:
            self.scope.append(("u", "any"))
        body = self.body(depth - 1)
        del self.scope[mark:]
        return self.tag(f"{head} {self.invocation()}") + body + self.tag("endcall")

    def filter_block(self, depth):
        name = self.source.pick(["upper", "trim", "title", "replace('a', '<b>')", "e", "safe", "indent(2)", "truncate(9)", "wordwrap(5)", "striptags", "center(20)", "lower|capitalize", "length", "first", "nope", "escape|upper", "join('-')", "list", "urlize", "int"])
        return self.tag(f"filter {name}") + self.body(depth - 1) + self.tag("endfilter")

    def autoescape(self, depth):
        return self.tag(f"autoescape {self.source.pick(['true', 'false', 'false', 'yes', 'no', '0', 'missing'])}") + self.body(depth - 1) + self.tag("endautoescape")

    def spaces(self, depth):
        name = f"ns{self.source.below(2)}"
        drawn = self.tag(f"set {name} = namespace({self.source.pick(['', 'k=0', 'k=0, l=[]', '{}', 'user', 'x=1, **d'])})")
        changes = "".join(self.tag(f"set {name}.{self.source.pick(['k', 'l', 'new'])} = {self.source.pick([name + '.k', '0', 'it'])} {self.source.pick(['+ 1', '~ n', '|default(3)'])}") for _ in range(self.source.below(3)))
        if self.source.chance(0.6):
            changes = self.tag(f"for it in {self.of('list', 1)}") + changes + self.tag("endfor")
        return drawn + changes + self.output(f"{name}.{self.source.pick(['k', 'l', 'new', 'zz'])}")

    def block(self, depth):
        if self.in_macro or self.blocks > 2:
            return ""
        self.blocks += 1
        name = f"b{self.blocks}"
        head = self.source.pick(["block " + name, "block " + name, f"block {name} scoped", f"block {name} required"])
        return self.tag(head) + self.body(depth - 1) + self.tag(self.source.pick(["endblock", "endblock " + name])) + (self.output(f"self.{name}()") if self.source.chance(0.3) else "")

    def stray(self, _depth):
        return self.source.pick(["{% break %}", "{% continue %}", "{% include 'x' %}", "{% extends 'y' %}", "{% import 'z' as z %}", "{% from 'q' import w %}", "{% do n %}", "{% else %}", "{% endif %}", "{{ }}", "{% print n %}", "{% include missing %}", "{% include 'x' ignore missing %}", "{% set x %}"])


def source_depth(source, depth):
    return source.pick([1, 2, 2, 3, 3, 4])


def template(source):
    drawing = Templates(source)
    if source.chance(0.35):
        return drawing.text() + drawing.output(drawing.expression(source.between(1, 5))) + drawing.text()
    return "".join(drawing.part(source.between(1, 3)) for _ in range(source.between(1, 6)))
