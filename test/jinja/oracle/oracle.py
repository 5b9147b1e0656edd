#!/usr/bin/env python3
"""The reference implementation behind a pipe: one JSON case a line in, one JSON result a line out.

A case: {"template": str, "context": {...}, "autoescape": bool = true, "parse_only": bool = false}
A result: {"output": str} or {"error": class name, "message": str, "line": int or null}
"""

import json
import signal
import sys
import traceback

from jinja2.sandbox import SandboxedEnvironment

# Python can say more digits than a template should: the engine has the same limit as CPython's default.
SECONDS_PER_CASE = 10


def line_of(error):
    line = getattr(error, "lineno", None)
    if line is not None:
        return line
    lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == "<template>"]
    return lines[-1] if lines else None


def environment(autoescape):
    return SandboxedEnvironment(autoescape=autoescape)


ENVIRONMENTS = {flag: environment(flag) for flag in (True, False)}


def run(case):
    env = ENVIRONMENTS[case.get("autoescape", True)]
    signal.alarm(SECONDS_PER_CASE)
    try:
        if case.get("parse_only"):
            env.parse(case["template"])
            return {"output": ""}
        return {"output": env.from_string(case["template"]).render(case.get("context") or {})}
    except Exception as error:
        return {"error": type(error).__name__, "message": str(error), "line": line_of(error)}
    finally:
        signal.alarm(0)


def on_alarm(_signal, _frame):
    raise TimeoutError("the case took too long")


def main():
    signal.signal(signal.SIGALRM, on_alarm)
    for line in sys.stdin:
        if line.strip():
            print(json.dumps(run(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
