"""How the topic files name their cases."""

import json


class Topic:
    """The cases of a file: `topic_variant` names, numbered within a variant."""

    def __init__(self, name, context=None):
        self.name = name
        self.context = context or {}
        self.cases = []
        self.numbers = {}

    def add(self, variant, *templates, context=None, autoescape=True):
        """`context` is a dict, or JSON text where 1.0 and long integers matter."""
        held = self.context if context is None else context
        for template in templates:
            number = self.numbers[variant] = self.numbers.get(variant, 0) + 1
            case = {"id": f"{variant}_{number}", "template": template}
            case["context"] = held if isinstance(held, str) else json.dumps(held, ensure_ascii=False)
            if not autoescape:
                case["autoescape"] = False
            self.cases.append(case)

    def prints(self, variant, *expressions, **options):
        self.add(variant, *(f"{{{{ {one} }}}}" for one in expressions), **options)
