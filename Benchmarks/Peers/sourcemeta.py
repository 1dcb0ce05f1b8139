#!/usr/bin/env python3
"""Measures sourcemeta-jsonschema, the command line of Blaze, and prints what `assay bench` prints (Benchmarks/README.md).

usage: sourcemeta.py PROGRAM --passes N --rules SCHEMA FILE

Its `validate --benchmark` parses each document, then judges it again and again: `evaluate_ns` is the sum of the means that
it prints, of documents parsed beforehand. It does not say what parsing takes.
"""

import argparse
import json
import re
import subprocess
import sys

# A document's line: its verdict, then mean, deviation and the clock's own cost in microseconds.
LINE = re.compile(r"\[\d+\]: (PASS|FAIL) ([\d.]+) \+- [\d.]+ us")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--passes", type=int, default=15)
    parser.add_argument("--rules", required=True)
    parser.add_argument("file")
    options = parser.parse_args()
    command = [options.program, "validate", options.rules, options.file, "--benchmark", "--fast", "--continue"]
    done = subprocess.run([*command, "--loop", str(options.passes)], capture_output=True, text=True)
    lines = LINE.findall(done.stdout + done.stderr)
    if not lines:
        sys.exit(f"{options.program} printed no figures: {(done.stdout + done.stderr)[-500:]}")
    mean = int(sum(float(microseconds) for _, microseconds in lines) * 1000)
    figures = {"documents": len(lines), "valid": sum(verdict == "PASS" for verdict, _ in lines)}
    print(json.dumps(figures | {"evaluate_ns": {"median": mean, "min": mean}}))


main()
