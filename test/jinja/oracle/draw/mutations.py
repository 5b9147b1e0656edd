"""Small damage to templates, so that they fail to parse in many ways."""

import re

TOKEN = re.compile(r"\{[{%#][-+]?|[-+]?[}%#]\}|\w+|\s+|\"[^\"]*\"|'[^']*'|.", re.DOTALL)
INSERTS = ["{{", "}}", "{%", "%}", "{#", "#}", "(", ")", "[", "]", "{", "}", ",", ".", ":", "|", "~", "=", "==", "!", "if", "else", "elif", "endif", "for", "in", "endfor", "set", "is", "not", "and", "'", '"', "1", "1.5", "x", "\n", "-",
           "*", "**", "//", "recursive", "$", "&", "\\", "%", "macro", "endmacro", "call", "block", "endblock", "filter", "raw", "endraw", "with", "loop", "none", "true", "1_", "0x", "1e", ";", "?", "@", "import", "include", "+", "as", "\u00e9", "\u2028", "self", "print"]


def mutate(source, template):
    tokens = TOKEN.findall(template)
    for _ in range(source.pick([1, 1, 1, 2, 3])):
        if not tokens:
            return template
        at = source.below(len(tokens))
        way = source.below(5)
        if way == 0:
            del tokens[at]
        elif way == 1:
            tokens.insert(at, source.pick(INSERTS))
        elif way == 2:
            tokens[at] = source.pick(INSERTS)
        elif way == 3:
            other = source.below(len(tokens))
            tokens[at], tokens[other] = tokens[other], tokens[at]
        else:
            del tokens[at + source.below(3):]
    return "".join(tokens)
