"""Times CPython's Jinja2 by itself: reads cases as JSON from stdin, prints seconds for each as JSON."""

import json
import sys
import time

from jinja2.sandbox import SandboxedEnvironment


def best(work, milliseconds, rounds=20):
    """The mean of the best round: what the machine's other work takes is not the engine's."""
    count = 1
    while True:
        started = time.perf_counter()
        for _ in range(count):
            work()
        elapsed = time.perf_counter() - started
        if elapsed * 1000 * rounds >= milliseconds:
            break
        count = max(count * 2, int(count * milliseconds / rounds / max(elapsed * 1000, 0.01)))
    means = [elapsed / count]
    for _ in range(rounds - 1):
        started = time.perf_counter()
        for _ in range(count):
            work()
        means.append((time.perf_counter() - started) / count)
    return min(means)


def main():
    order = json.load(sys.stdin)
    env = SandboxedEnvironment(autoescape=True)
    env.filters["from_json"] = json.loads
    answers = []
    for case in order["cases"]:
        source, context = case["template"], json.loads(case["context"])
        template = env.from_string(source)
        # Nothing is cached between two calls of from_string.
        answers.append({
            "output": template.render(context),
            "compile_and_render": best(lambda: env.from_string(source).render(context), order["milliseconds"]),
            "render": best(lambda: template.render(context), order["milliseconds"]),
        })
    print(json.dumps(answers))


main()
