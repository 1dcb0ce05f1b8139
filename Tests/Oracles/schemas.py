#!/usr/bin/env python3
"""Compares Assay with two other implementations, jsonschema and jsonschema-rs, on generated schemas and instances.

A difference is made small and printed as one line of JSON; with one, the exit status is 1. Only the bugs of the two that
known-bugs.json lists are allowed: a difference must shrink to what is listed there, up to names. Each run also checks
that every listed bug is still there. Constructs that would meet a known bug all the time are not generated; the entry
says so. v1, which the two do not know, is put to them in words of 2020-12.
"""

import argparse
import collections
import json
import pathlib
import random
import sys
import time

import jsonschema_rs

import drafts
import judges
import peer
import shrink
from instance_generator import InstanceGenerator
from schema_generator import SchemaGenerator
from values import Chance

JUDGES = {judge.name: judge for judge in (judges.Python(), judges.Rust())}
KNOWN = pathlib.Path(__file__).with_name("known-bugs.json")
CANDIDATES = 16
# Shrinking takes seconds; what comes after this many differences is only counted.
SHOWN = 20


class Comparison:
    def __init__(self, assay):
        self.assay = peer.Peer(assay)
        self.pairs, self.valid, self.keywords = (collections.Counter() for _ in range(3))
        self.different = self.known_seen = 0
        self.known = peer.loads(KNOWN.read_text())
        self.known_shapes = {(bug["oracle"], shrink.renamed(bug["case"])) for bug in self.known}

    # ---- Verdicts ----

    def ours(self, draft, case, instances):
        return self.assay.verdicts(draft, case["schema"], instances, case["registry"])

    def theirs(self, oracle, draft, case, instances):
        schema, registry = case["schema"], case["registry"]
        if draft == "v1":
            draft, schema = "2020-12", judges.as_2020_12(schema)
            registry = {uri: judges.as_2020_12(document) for uri, document in registry.items()}
        return JUDGES[oracle].verdicts(draft, schema, instances, registry)

    # ---- One schema ----

    def compare(self, draft, chance):
        generator = SchemaGenerator(draft, chance)
        schema = generator.document()
        candidates = InstanceGenerator(chance, generator.links, schema).instances(schema, CANDIDATES)
        case = peer.loads(peer.dumps({"schema": schema, "registry": generator.registry}))
        candidates = peer.loads(peer.dumps(candidates))
        chosen = balanced(list(zip(candidates, self.ours(draft, case, candidates))))
        self.count(draft, case, chosen)
        for oracle in JUDGES:
            theirs = self.theirs(oracle, draft, case, [instance for instance, _ in chosen])
            for (instance, ours), other in zip(chosen, theirs):
                if ours is not other:
                    self.report(oracle, draft, {**case, "instance": instance}, ours, other)

    def count(self, draft, case, chosen):
        self.pairs[draft] += len(chosen)
        self.valid[draft] += sum(verdict is True for _, verdict in chosen)
        used = drafts.keywords(case["schema"]).union(*map(drafts.keywords, case["registry"].values()))
        for keyword in used:
            self.keywords[draft, keyword] += len(chosen)

    # ---- Differences ----

    def report(self, oracle, draft, case, ours, theirs):
        self.different += 1
        if self.different - self.known_seen > SHOWN:
            return
        kind = (kind_of(ours), kind_of(theirs))
        small = shrink.shrink(case, lambda smaller: self.kinds(oracle, draft, smaller) == kind)
        if (oracle, shrink.renamed(small)) in self.known_shapes:
            self.known_seen += 1
            return
        print(peer.dumps({"oracle": oracle, "draft": draft, "assay": kind[0], "other": kind[1], "case": small}), flush=True)

    def kinds(self, oracle, draft, case):
        """The two verdicts on a case that is left of another; nothing where its schema is none."""
        schema = judges.as_2020_12(case["schema"]) if draft == "v1" else case["schema"]
        metaschema = drafts.URIS["2020-12" if draft == "v1" else draft]
        documents = [schema, *case["registry"].values()]
        if not all(isinstance(document, bool) and draft != "4" or isinstance(document, dict) and jsonschema_rs.meta.is_valid(
                {**document, "$schema": metaschema}) for document in documents):
            return None
        instances = [case["instance"]]
        return kind_of(self.ours(draft, case, instances)[0]), kind_of(self.theirs(oracle, draft, case, instances)[0])

    def check_known(self):
        """Whether each listed bug is there, and Assay right about it. A bug that was mended must leave the list."""
        good = True
        for bug in self.known:
            kinds = self.kinds(bug["oracle"], bug["draft"], bug["case"])
            if kinds != (bug["assay"], bug["other"]) or bug["version"] != JUDGES[bug["oracle"]].version:
                good = False
                print(f"known-bugs.json no longer holds: {bug['title']}: {kinds} with {JUDGES[bug['oracle']].version}")
        return good


def kind_of(verdict):
    """A verdict, or the first words of why there is none."""
    return verdict if isinstance(verdict, bool) else "none: " + verdict.split("\n")[0].split("'")[0].split('"')[0][:60].strip()


def balanced(pairs, most=4):
    """As many valid as invalid ones, up to `most` of each."""
    valid = [pair for pair in pairs if pair[1] is True]
    others = [pair for pair in pairs if pair[1] is not True]
    return valid[:most] + others[:most]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assay", required=True, help="the command, or another that speaks as `assay bowtie` does")
    parser.add_argument("--count", type=int, default=10000, help="pairs of schema and instance")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--draft", choices=drafts.ORDER, help="only this one")
    options = parser.parse_args()
    started = time.monotonic()
    comparison = Comparison(options.assay)
    good = comparison.check_known()
    names = [options.draft] if options.draft else drafts.ORDER
    chance = Chance(random.Random(options.seed))
    for draft in names:
        while comparison.pairs[draft] < options.count / len(names):
            comparison.compare(draft, chance)
    comparison.assay.stop()
    return 0 if summarize(comparison, names, time.monotonic() - started) and good else 1


def summarize(comparison, names, seconds):
    shares = {draft: comparison.valid[draft] / comparison.pairs[draft] for draft in names}
    rarest, keyword = min((comparison.keywords[draft, keyword], f"{keyword} in {draft}")
                          for draft in names for keyword in drafts.KEYWORDS[draft])
    unknown = comparison.different - comparison.known_seen
    versions = " and ".join(f"{judge.name} {judge.version}" for judge in JUDGES.values())
    print(f"schemas: {sum(comparison.pairs.values())} pairs against {versions} in {seconds:.0f} s; valid "
          + ", ".join(f"{share:.0%} ({draft})" for draft, share in shares.items())
          + f"; rarest keyword {keyword}, {rarest} pairs; {unknown} differences, {comparison.known_seen} of known bugs"
          + f"; {len(comparison.known)} known bugs checked", flush=True)
    balanced_well = all(0.3 <= share <= 0.7 for share in shares.values())
    if not balanced_well:
        print("schemas: the share of valid pairs must be 30 to 70 %")
    return unknown == 0 and balanced_well


if __name__ == "__main__":
    sys.exit(main())
