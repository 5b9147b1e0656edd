#!/usr/bin/env python3
"""Draws random cases and prints each with the real Jinja2's answer, a JSON object a line: `random_cases.py SEED COUNT`."""

import json
import sys

from ask import Witnesses
from draw.cases import cases


def main():
    seed, count = sys.argv[1], int(sys.argv[2])
    witnesses = Witnesses()
    for case in cases(seed, count):
        print(json.dumps({**case, **witnesses.ask(case)}))


if __name__ == "__main__":
    main()
