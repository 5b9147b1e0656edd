"""Random cases: a template, a context, and whether autoescape is on."""

from .contexts import context
from .mutations import mutate
from .source import Source
from .statements import template


def case(seed):
    source = Source(f"case {seed}")
    drawn = template(source)
    if source.chance(0.12):
        drawn = mutate(source, drawn)
    made = {"template": drawn, "context": context(source)}
    if source.chance(0.12):
        made["autoescape"] = False
    return made


def cases(seed, count):
    return [case(f"{seed}-{index}") for index in range(count)]
