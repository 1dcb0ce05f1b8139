"""`assay bowtie` as a peer: schemas and instances in, verdicts out (IHOP v1 on standard input and output)."""

import json
import os
import subprocess
from decimal import Decimal

import drafts


class Peer:
    def __init__(self, path, assert_formats=False):
        is_assay = os.path.basename(path) == "assay"
        arguments = ["bowtie"] + ["--assert-format"] * assert_formats if is_assay else []
        self.process = subprocess.Popen([path, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.dialect = None
        self._ask('{"cmd":"start","version":1}')

    def verdicts(self, draft, schema, instances, registry=None):
        """True, False or a text that says why there is none, for each instance. Instances are JSON texts or values."""
        if draft != self.dialect:
            self._ask(dumps({"cmd": "dialect", "dialect": drafts.URIS[draft]}))
            self.dialect = draft
        tests = ",".join('{"description":"","instance":%s}' % text(instance) for instance in instances)
        case = '{"description":"","schema":%s,"registry":%s,"tests":[%s]}' % (text(schema), dumps(registry or {}), tests)
        answer = self._ask('{"cmd":"run","seq":1,"case":%s}' % case)
        if "results" not in answer:
            return [answer["context"]["message"]] * len(instances)
        return [result.get("valid", str(result)) for result in answer["results"]]

    def _ask(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise EOFError(f"assay ended with {self.process.wait()} after {line[:2000]}")
        return json.loads(answer)

    def stop(self):
        self.process.stdin.write(b'{"cmd":"stop"}\n')
        self.process.stdin.close()
        self.process.wait(10)


class Text(str):
    """JSON text that is sent as it is."""


def text(value):
    return value if isinstance(value, Text) else dumps(value)


def dumps(value):
    """JSON with every digit of a Decimal, which the standard encoder does not know."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(key)}:{dumps(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(dumps, value)) + "]"
    if isinstance(value, Text):
        return value
    return str(value) if isinstance(value, Decimal) else json.dumps(value)


def loads(source):
    return json.loads(source, parse_float=Decimal)
