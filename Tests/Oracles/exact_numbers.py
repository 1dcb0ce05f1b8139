#!/usr/bin/env python3
"""Compares what Assay says about numbers with exact fractions: limits, equality, multiples, integers.

Numbers have up to 40 digits and exponents up to thousands, in several spellings; half of them are near the number in the
schema: equal, next to it, or a multiple of it. Prints each difference, then a summary; with one, the exit status is 1.
"""

import argparse
import collections
import random
import sys
import time
from fractions import Fraction

from peer import Peer, Text

DRAFT = "2020-12"
# The divisor's name first, then what holds for an instance `x` and the schema's number `n`.
RULES = {
    "multipleOf": lambda x, n: (x / n).denominator == 1,
    "minimum": lambda x, n: x >= n,
    "maximum": lambda x, n: x <= n,
    "exclusiveMinimum": lambda x, n: x > n,
    "exclusiveMaximum": lambda x, n: x < n,
    "const": lambda x, n: x == n,
    "enum": lambda x, n: x == n,
    "uniqueItems": lambda x, n: x != n,
    "type": lambda x, n: x.denominator == 1,
}
EXPONENTS = [0, 1, 2, 5, 17, 30, 308, 324, 400, 5000]


class Numbers:
    def __init__(self, random):
        self.random = random

    def number(self):
        """The digits before the power of ten, and its exponent."""
        length = self.random.choice([1, 1, 2, 3, 8, 16, 17, 20, 30, 40])
        digits = self.random.choice([0, 1, self.random.randrange(10**length), 10**length - 1, 2**53 + self.random.randrange(3),
                                     2**64 - self.random.randrange(3), 2**63 + self.random.randrange(-1, 2)])
        exponent = self.random.choice(EXPONENTS)
        return digits * self.random.choice([1, 1, 1, -1]), self.random.choice([exponent, -exponent, -1, -2, 0])

    def near(self, number):
        digits, exponent = number
        match self.random.randrange(8):
            case 0: return number
            case 1: return digits + self.random.choice([1, -1]), exponent
            case 2: return -digits, exponent
            case 3: return digits * 10**30 + self.random.choice([1, -1]), exponent - 30
            case 4: return digits * self.random.randrange(10**6), exponent
            case 5: return digits * self.random.randrange(10**20) + self.random.randrange(2), exponent
            case 6: return digits, exponent + self.random.choice([1, -1, 10, 3000])
            case _: return self.number()

    def spelt(self, number):
        """JSON text for the number, with or without point and exponent."""
        digits, exponent = number
        sign, text = ("-" if digits < 0 or digits == 0 and self.random.randrange(4) == 0 else ""), str(abs(digits))
        zeros = self.random.choice([0, 0, 1, 5])
        text, exponent = text + "0" * zeros, exponent - zeros
        point = self.random.randrange(len(text) + 1)
        if point and point < len(text) and self.random.randrange(2):
            text, exponent = text[:point] + "." + text[point:], exponent + len(text) - point
        elif -40 < exponent < 0:
            text = text.rjust(1 - exponent, "0")
            text, exponent = text[:exponent] + "." + text[exponent:], 0
        elif 0 <= exponent < 40 and self.random.randrange(2):
            text, exponent = text + "0" * exponent, 0
        if exponent or self.random.randrange(6) == 0:
            plus = self.random.choice(["", "+"]) if exponent >= 0 else ""
            text += self.random.choice("eE") + plus + str(exponent)
        return Text(sign + _without_leading_zeros(text))


def _without_leading_zeros(text):
    """JSON has none (RFC 8259, 6)."""
    while len(text) > 1 and text[0] == "0" and text[1].isdigit():
        text = text[1:]
    return text


def value(number):
    digits, exponent = number
    return Fraction(digits) * Fraction(10) ** exponent


def case(keyword, number, numbers):
    """A schema, and how an instance is written for it."""
    text = numbers.spelt(number)
    if keyword == "uniqueItems":
        return Text('{"uniqueItems":true}'), lambda instance: Text(f"[{text},{instance}]")
    if keyword == "type":
        return Text('{"type":"integer"}'), lambda instance: instance
    limit = f"[{text},null]" if keyword == "enum" else text
    return Text(f'{{"{keyword}":{limit}}}'), lambda instance: instance


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assay", required=True)
    parser.add_argument("--count", type=int, default=50000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    started = time.monotonic()
    peer, numbers = Peer(options.assay), Numbers(random.Random(options.seed))
    pairs, valid, different = collections.Counter(), 0, 0
    while pairs.total() < options.count:
        keyword = numbers.random.choice(list(RULES))
        number = numbers.number()
        if keyword == "multipleOf":
            number = (abs(number[0]) or 1, number[1])
        schema, written = case(keyword, number, numbers)
        others = [numbers.near(number) for _ in range(10)]
        instances = [written(numbers.spelt(other)) for other in others]
        for other, instance, ours in zip(others, instances, peer.verdicts(DRAFT, schema, instances)):
            expected = RULES[keyword](value(other), value(number))
            pairs[keyword] += 1
            valid += expected
            if ours is not expected:
                different += 1
                print(f"schema {schema} instance {instance}: exact {expected}, assay {ours}", flush=True)
    peer.stop()
    print(f"numbers: {pairs.total()} pairs against Python's fractions in {time.monotonic() - started:.0f} s; "
          f"valid {valid / pairs.total():.0%}; rarest keyword {pairs.most_common()[-1]}; {different} differences")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
