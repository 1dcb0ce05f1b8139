#!/usr/bin/env python3
"""Measures one Python package on the documents of a file, and prints what `assay bench` prints (Benchmarks/README.md).

usage: from_python.py PEER --passes N --rules SCHEMA FILE

PEER is orjson, jsonschema-rs, fastjsonschema, pydantic or msgspec. Figures include what a caller in Python pays;
`call_ns` is the same loop around a function that does nothing.
"""

import argparse
import json
import pathlib
import statistics
import time


def nothing(document):
    return True


class Peer:
    """Functions of one document's bytes, which give whether it is accepted; None where a package has no such thing."""

    parse = decide = None

    @staticmethod
    def compile(schema):
        """Makes `decide`, or what it needs."""


class Orjson(Peer):
    def __init__(self, schema):
        import orjson

        self.parse = orjson.loads


class JsonschemaRs(Peer):
    def __init__(self, schema):
        import jsonschema_rs
        import orjson

        loads = self.parse = orjson.loads
        self.compile = lambda: jsonschema_rs.validator_for(schema, validate_formats=False)
        is_valid = self.compile().is_valid
        self.decide = lambda document: is_valid(loads(document))


class Fastjsonschema(Peer):
    def __init__(self, schema):
        import fastjsonschema
        import orjson

        loads = self.parse = orjson.loads
        # Drafts 4, 6 and 7 are what it knows; the requests' rules use nothing newer.
        older = {**schema, "$schema": "http://json-schema.org/draft-07/schema#"}
        self.compile = lambda: fastjsonschema.compile(older, use_formats=False)
        validate = self.compile()

        def decide(document):
            try:
                validate(loads(document))
                return True
            except fastjsonschema.JsonSchemaValueException:
                return False

        self.decide = decide


class Pydantic(Peer):
    def __init__(self, schema):
        import pydantic
        import request_models

        validate = request_models.pydantic_model().model_validate_json
        self.decide = accepts(validate, pydantic.ValidationError)


class Msgspec(Peer):
    def __init__(self, schema):
        import msgspec
        import request_models

        decode = msgspec.json.Decoder(request_models.msgspec_model()).decode
        self.decide = accepts(decode, msgspec.DecodeError)


def accepts(read, error):
    def decide(document):
        try:
            read(document)
            return True
        except error:
            return False

    return decide


PEERS = {
    "orjson": Orjson,
    "jsonschema-rs": JsonschemaRs,
    "fastjsonschema": Fastjsonschema,
    "pydantic": Pydantic,
    "msgspec": Msgspec,
}


def loop(function, documents):
    start = time.perf_counter_ns()
    for document in documents:
        function(document)
    return time.perf_counter_ns() - start


def times(samples):
    return {"median": int(statistics.median(samples)), "min": min(samples)}


def measure(peer, documents, passes):
    kinds = {"parse_ns": peer.parse, "verdict_ns": peer.decide, "call_ns": nothing}
    kinds = {name: function for name, function in kinds.items() if function}
    samples = {name: [] for name in kinds}
    for number in range(passes + 1):
        for name, function in kinds.items():
            elapsed = loop(function, documents)
            if number:  # the first pass warms up
                samples[name].append(elapsed)
    return {name: times(values) for name, values in samples.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("--passes", type=int, default=15)
    parser.add_argument("--rules", required=True)
    parser.add_argument("file")
    options = parser.parse_args()
    documents = [line for line in pathlib.Path(options.file).read_bytes().split(b"\n") if line.strip()]
    schema = json.loads(pathlib.Path(options.rules).read_text(encoding="utf-8"))
    start = time.perf_counter_ns()
    peer = PEERS[options.peer](schema)
    figures = {"documents": len(documents), "bytes": sum(map(len, documents))}
    if peer.decide:
        figures["valid"] = sum(map(peer.decide, documents))
    figures |= measure(peer, documents, options.passes)
    if peer.compile is not Peer.compile:
        figures["compile_ns"] = times([loop(lambda _: peer.compile(), [None]) for _ in range(3)])
    print(json.dumps(figures))


main()
