#!/usr/bin/env python3
"""What people write in place of `assay lint`: lint_loop.py SCHEMA FILE counts the valid lines with orjson and jsonschema-rs."""

import json
import pathlib
import sys

import jsonschema_rs
import orjson


def main():
    schema, file = sys.argv[1:]
    is_valid = jsonschema_rs.validator_for(json.loads(pathlib.Path(schema).read_text()), validate_formats=False).is_valid
    loads = orjson.loads
    counts = [0, 0]
    with open(file, "rb") as lines:
        for line in lines:
            try:
                counts[is_valid(loads(line))] += 1
            except orjson.JSONDecodeError:
                counts[False] += 1
    print(f"{counts[True]} valid, {counts[False]} invalid")


main()
