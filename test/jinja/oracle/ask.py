"""Asks the oracle from another process, so that a case which hangs or eats all memory costs that case alone."""

import json
import os
import select
import subprocess
import sys
from pathlib import Path

PATIENCE_SECONDS = 5


class Oracle:
    def __init__(self, hash_seed):
        self.hash_seed = str(hash_seed)
        self.process = None

    def ask(self, case):
        if self.process is None:
            environ = {**os.environ, "PYTHONHASHSEED": self.hash_seed}
            script = Path(__file__).with_name("oracle.py")
            pipe = subprocess.PIPE
            self.process = subprocess.Popen([sys.executable, script], stdin=pipe, stdout=pipe, env=environ)
        self.process.stdin.write(json.dumps(case).encode() + b"\n")
        self.process.stdin.flush()
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE_SECONDS)
        line = self.process.stdout.readline() if ready else b""
        if not line:
            self.process.kill()
            self.process.wait()
            self.process = None
            return {"dropped": "hangs or crashes"}
        return json.loads(line)


class Witnesses:
    """Two oracles that differ in hash seed and addresses: what they do not agree on is not the template's doing."""

    def __init__(self):
        self.oracles = [Oracle(1), Oracle(2)]

    def ask(self, case):
        first, second = (oracle.ask(case) for oracle in self.oracles)
        return first if first == second else {"dropped": "not reproducible"}
