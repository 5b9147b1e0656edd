#!/usr/bin/env python3
"""The real Jinja2 behind a pipe: one JSON case a line in, one JSON result a line out.

A case: {"template": str, "context": JSON text of an object = "{}", "autoescape": bool = true}
A result: {"output": str}, {"error": class name, "message": str, "line": int or null}, or {"dropped": why} for a case that
takes too long, prints too much, or meets a limit of this interpreter rather than of the language.
"""

import base64
import binascii
import json
import resource
import signal
import sys
import time
import traceback
import warnings

from jinja2 import TemplateSyntaxError, Undefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

SECONDS_PER_CASE = 1
MAX_OUTPUT = 1_000_000
MEMORY_BYTES = 2 << 30


def from_json(value):
    return json.loads(value)


def json_encode(value):
    return Markup(json.dumps(value))


def base64_encode(value):
    return base64.b64encode(value if isinstance(value, bytes) else text(value).encode("utf-8")).decode("ascii")


def base64_decode(value):
    return base64.b64decode(value if isinstance(value, bytes) else text(value)).decode("utf-8")


def text(value):
    if isinstance(value, Undefined):
        value._fail_with_undefined_error()
    if not isinstance(value, str):
        raise TypeError(f"expected str, got {type(value).__name__}")
    return value


def environment(autoescape):
    env = SandboxedEnvironment(autoescape=autoescape)
    for added in (from_json, json_encode, base64_encode, base64_decode):
        env.filters[added.__name__] = added
    return env


ENVIRONMENTS = {flag: environment(flag) for flag in (True, False)}


class TooSlow(BaseException):
    """Not an Exception: Jinja2's own `except` clauses must not swallow it."""


def line_of(error):
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == "<template>"]
    return lines[-1] if lines else None


def class_of(error):
    # binascii.Error is a ValueError whose own name says nothing.
    return "ValueError" if isinstance(error, binascii.Error) else type(error).__name__


def run(case):
    env = ENVIRONMENTS[case.get("autoescape", True)]
    started = time.monotonic()
    signal.setitimer(signal.ITIMER_REAL, SECONDS_PER_CASE)
    try:
        output = env.from_string(case["template"]).render(json.loads(case.get("context", "{}")))
        result = {"output": output}
        if len(output) > MAX_OUTPUT:
            result = {"dropped": "prints too much"}
    except TooSlow:
        result = {"dropped": "too slow"}
    except (RecursionError, MemoryError) as error:
        result = {"dropped": type(error).__name__}
    except Exception as error:
        result = {"error": class_of(error), "message": str(error), "line": line_of(error)}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if time.monotonic() - started > SECONDS_PER_CASE:
        return {"dropped": "too slow"}
    return result


def on_alarm(_signal, _frame):
    raise TooSlow


def main():
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, on_alarm)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    for line in sys.stdin:
        if line.strip():
            print(json.dumps(run(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
