"""Small values that meet often: equal by chance, equal in another spelling, near a limit."""

from decimal import Decimal

NAMES = ["a", "b", "c", "ab", "bc", "d", "a/b", "m~n", "é", "", "%25", "items", "$ref", "type"]
STRINGS = ["", "a", "b", "ab", "abc", "bc", "cab", "é", "🐲", "a/b", "1", "true", "object", "abcabc"]
# Read the same by ECMA-262, Python and Rust: no `$` before a line end, no class of Unicode, no letters with case.
PATTERNS = ["^a", "b$", "[ab]", "^[a-c]+$", "c", "^.$", "^$", "^(a|bc)*$", "a/", "^[^a]", "é", "", "^.{2,3}$"]
NUMBERS = [Decimal(digits) if "." in digits or "e" in digits else int(digits) for digits in """
0 1 2 3 4 5 6 7 10 12 100 -1 -2 -3 0.0 1.0 2.0 -1.0 0.5 1.5 2.5 -0.5 0.1 0.2 0.3 0.01 0.75 1e0 1e2 1.0e1 1e-7
9007199254740993 9007199254740992 18446744073709551616 18446744073709551615 -9223372036854775809
100000000000000000000 0.30000000000000004""".split()]
DIVISORS = [number for number in NUMBERS if number > 0 and number < 10**18]


class Chance:
    """Random choices of the shapes that the generators need."""

    def __init__(self, random):
        self.random = random

    def one_in(self, n):
        return self.random.randrange(n) == 0

    def pick(self, items):
        return items[self.random.randrange(len(items))]

    def some(self, items, low, high):
        count = min(len(items), self.random.randint(low, high))
        return self.random.sample(items, count)

    def name(self):
        return self.pick(NAMES[:6]) if self.random.random() < 0.85 else self.pick(NAMES)

    def names(self, low, high):
        return list(dict.fromkeys(self.name() for _ in range(self.random.randint(low, high))))

    def number(self):
        return self.pick(NUMBERS[:13] if self.random.random() < 0.5 else NUMBERS)

    def scalar(self):
        kind = self.random.randrange(6)
        if kind == 0:
            return None
        if kind == 1:
            return self.one_in(2)
        return self.number() if kind < 4 else self.pick(STRINGS)

    def value(self, depth=2):
        kind = self.random.randrange(8) if depth else 0
        if kind == 6:
            return [self.value(depth - 1) for _ in range(self.random.randrange(4))]
        if kind == 7:
            return {name: self.value(depth - 1) for name in self.names(0, 3)}
        return self.scalar()

    def value_of(self, kind):
        match kind:
            case "null": return None
            case "boolean": return self.one_in(2)
            case "integer" | "number": return self.number()
            case "string": return self.pick(STRINGS)
            case "array": return [self.value(1) for _ in range(self.random.randrange(4))]
            case _: return {name: self.value(1) for name in self.names(0, 4)}

    def changed(self, value):
        """A value like the given one: a member or item more, less, doubled or changed, or another value."""
        if self.one_in(6):
            return self.value()
        if isinstance(value, dict):
            return self._changed_object(dict(value))
        if isinstance(value, list):
            return self._changed_array(list(value))
        if isinstance(value, bool) or value is None:
            return self.scalar()
        if isinstance(value, str):
            return self.pick([value + "a", value[1:], value + value, self.pick(STRINGS)])
        return self.pick([value + 1, value - 1, -value, value * 2, self.number()])

    def _changed_object(self, value):
        if not value or self.one_in(3):
            value[self.name()] = self.value(1)
            return value
        name = self.pick(list(value))
        if self.one_in(3):
            del value[name]
        else:
            value[name] = self.changed(value[name])
        return value

    def _changed_array(self, value):
        if not value or self.one_in(4):
            value.insert(self.random.randint(0, len(value)), self.value(1))
            return value
        index = self.random.randrange(len(value))
        match self.random.randrange(4):
            case 0: del value[index]
            case 1: value.append(value[index])
            case _: value[index] = self.changed(value[index])
        return value
