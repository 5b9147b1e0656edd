#!/usr/bin/env python3
"""Fills in what the real Jinja2 makes of the cases of golden files, in place.

    python3 test/jinja/oracle/record.py test/jinja/syntax/golden/*.json

A file: {"context": {...}, "cases": [{"template": str, "autoescape": false?, "output" | "error" and "message"}]}.
New cases need only a template; autoescape is on unless a case says otherwise.
"""

import json
import sys

from oracle import run


def main(paths):
    for path in paths:
        with open(path, encoding="utf-8") as file:
            golden = json.load(file)
        context = json.dumps(golden["context"])
        for case in golden["cases"]:
            result = run({**case, "context": context})
            for key in ("output", "error", "message", "line"):
                case.pop(key, None)
            case.update({key: value for key, value in result.items() if value is not None})
        with open(path, "w", encoding="utf-8") as file:
            lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in golden["cases"])
            file.write(f'{{"context": {context},\n"cases": [\n{lines}\n]}}\n')


if __name__ == "__main__":
    main(sys.argv[1:])
