#!/usr/bin/env python3
"""Compares Assay's formats with outside oracles (format_oracles.py), on texts that are nearly valid.

Prints each difference, shortened, then a summary; with a difference, the exit status is 1.
"""

import argparse
import collections
import random
import sys
import time

from format_oracles import FEATURES, FORMATS
from peer import Peer

BATCH = 20
SHOWN = 5


def varied(chance, samples, alphabet):
    """A sample with some characters put in, left out, doubled or exchanged, or two samples mixed."""
    letters = list(chance.choice(samples))
    if chance.randrange(6) == 0:
        other = chance.choice(samples)
        letters[chance.randint(0, len(letters)):] = other[chance.randint(0, len(other)):]
    for _ in range(chance.choice([0, 0, 1, 1, 1, 2, 3])):
        at = chance.randint(0, len(letters))
        match chance.randrange(4):
            case 0: letters[at:at] = chance.choice(alphabet)
            case 1: letters[at:at + 1] = []
            case 2: letters[at:at] = letters[at:at + chance.randint(1, 3)]
            case _: letters[at:at + 1] = chance.choice(alphabet)
    return "".join(letters)


def feature(name, text):
    return next((f"{formats}: {title} ({section})" for formats, title, section, has in FEATURES
                 if name in formats.split(", ") and has(text)), None)


class Comparison:
    def __init__(self, assay):
        self.peer = Peer(assay, assert_formats=True)
        self.differences, self.excepted = collections.Counter(), collections.Counter()

    def ours(self, name, texts):
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "format": name}
        return self.peer.verdicts("2020-12", schema, texts)

    def compare(self, name, texts):
        """How many of the texts are valid."""
        oracle = FORMATS[name][2]
        theirs = [oracle(text) for text in texts]
        for text, ours, other in zip(texts, self.ours(name, texts), theirs):
            if ours is other:
                continue
            known = feature(name, text)
            if known:
                self.excepted[known] += 1
            else:
                self.report(name, text)
        return sum(theirs)

    def report(self, name, text):
        self.differences[name] += 1
        if self.differences[name] <= SHOWN:
            small = self.shortened(name, text)
            print(f"{name}: {small!r}: assay {self.ours(name, [small])[0]}, oracle {FORMATS[name][2](small)}", flush=True)

    def shortened(self, name, text):
        at = 0
        while at < len(text):
            shorter = text[:at] + text[at + 1:]
            differs = self.ours(name, [shorter])[0] is not FORMATS[name][2](shorter) and feature(name, shorter) is None
            text, at = (shorter, at) if differs else (text, at + 1)
        return text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assay", required=True)
    parser.add_argument("--count", type=int, default=40000, help="texts, of all formats together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=FORMATS, help="only this one")
    options = parser.parse_args()
    started = time.monotonic()
    chance = random.Random(options.seed)
    names = [options.format] if options.format else list(FORMATS)
    comparison, valid = Comparison(options.assay), 0
    rounds = -(-options.count // len(names) // BATCH)
    for name in names * rounds:
        samples, alphabet, _ = FORMATS[name]
        valid += comparison.compare(name, [varied(chance, samples, alphabet) for _ in range(BATCH)])
    comparison.peer.stop()
    for title, count in sorted(comparison.excepted.items()):
        print(f"may differ, {count} times: {title}")
    texts = len(names) * rounds * BATCH
    print(f"formats: {texts} texts of {len(names)} formats in {time.monotonic() - started:.0f} s; valid {valid / texts:.0%}; "
          f"{comparison.differences.total()} differences, {comparison.excepted.total()} in features of an oracle")
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main())
