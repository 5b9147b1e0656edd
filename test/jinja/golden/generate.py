#!/usr/bin/env python3
"""Makes the golden corpus: runs the real Jinja2 over the templates in cases/ and over random ones, and writes corpus/*.json.

    /usr/bin/python3 test/jinja/golden/generate.py [--random 2000] [--seed golden]

Needs Jinja2 3.1.2 and Python 3.11 (Debian 12's python3-jinja2): messages differ between versions. A case that takes more
than a second, prints more than a megabyte, or is not the same in two runs (memory addresses, hash order) is left out.
"""

import argparse
import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "oracle")]

import cases as topics  # noqa: E402
from ask import Witnesses  # noqa: E402
from draw.cases import case as random_case  # noqa: E402

RANDOM_FILES = 4
# An address that happens to be the same twice is still an address.
ADDRESS = re.compile(r" at 0x[0-9a-f]{6,}")


def trimmed(case):
    """The case without what is the default, and without the variables that its template does not mention."""
    kept = dict(case)
    names = set(re.findall(r"\w+", case["template"]))
    context = kept.pop("context", "{}")
    pairs = [pair for pair in top_level(context) if pair[0] in names or len(context) < 200]
    if pairs:
        kept["context"] = "{" + ", ".join(f"{json.dumps(name, ensure_ascii=False)}: {text}" for name, text in pairs) + "}"
    return kept


def top_level(text):
    """The names and the JSON texts of an object's values, as they are written."""
    decoder = json.JSONDecoder()
    pairs = []
    at = text.index("{") + 1
    while text[at:].strip() != "}":
        at = re.compile(r"[\s,]*").match(text, at).end()
        name, at = decoder.raw_decode(text, at)
        at = re.compile(r"\s*:\s*").match(text, at).end()
        _, end = decoder.raw_decode(text, at)
        pairs.append((name, text[at:end]))
        at = end
    return pairs


def answered(cases, witnesses, counts):
    for case in cases:
        case = trimmed(case)
        answer = witnesses.ask(case)
        text = json.dumps(answer)
        why = answer.get("dropped") or ("holds an address" if ADDRESS.search(text) else None)
        if why:
            counts[why] = counts.get(why, 0) + 1
            continue
        if "error" in answer:
            answer = {"error": {"class": answer["error"], "message": answer["message"], "line": answer["line"]}}
        yield {**case, **answer}


def write(name, cases):
    lines = ",\n".join(encode(case) for case in cases)
    (HERE / "corpus" / f"{name}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    return len(cases)


def encode(case):
    # Lone surrogates have no UTF-8.
    text = json.dumps(case, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[\ud800-\udfff\u2028\u2029\ufeff]", lambda match: f"\\u{ord(match.group()):04x}", text)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--random", type=int, default=2000)
    parser.add_argument("--seed", default="golden")
    options = parser.parse_args()
    (HERE / "corpus").mkdir(exist_ok=True)
    for old in (HERE / "corpus").glob("*.json"):
        old.unlink()
    witnesses, counts, total = Witnesses(), {}, 0
    for module in pkgutil.iter_modules(topics.__path__):
        if module.name != "collect":
            topic = importlib.import_module(f"cases.{module.name}").topic
            total += write(topic.name, list(answered(topic.cases, witnesses, counts)))
    drawn = [{"id": f"random_{index}", **random_case(f"{options.seed}-{index}")} for index in range(options.random)]
    kept = list(answered(drawn, witnesses, counts))
    for part in range(RANDOM_FILES):
        total += write(f"random_{part + 1}", kept[part::RANDOM_FILES])
    print(f"{total} cases; left out: {counts}")


if __name__ == "__main__":
    main()
