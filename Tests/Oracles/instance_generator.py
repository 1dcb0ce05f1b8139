"""Derives instances from a schema that satisfy much of it. Whether they satisfy all of it, the judges say."""

import copy
from decimal import Decimal

from values import STRINGS

SAMPLES = {"^a": "ab", "b$": "ab", "[ab]": "cab", "^[a-c]+$": "abc", "c": "bc", "^.$": "a", "^$": "", "^(a|bc)*$": "abca",
           "a/": "a/b", "^[^a]": "b", "é": "é", "": "d", "^.{2,3}$": "ab"}
OF_OBJECTS = {"properties", "patternProperties", "additionalProperties", "required", "minProperties", "maxProperties",
              "propertyNames", "dependencies", "dependentSchemas", "dependentRequired", "propertyDependencies",
              "unevaluatedProperties"}
OF_ARRAYS = {"items", "prefixItems", "additionalItems", "contains", "minItems", "maxItems", "uniqueItems", "unevaluatedItems"}
OF_STRINGS = {"minLength", "maxLength", "pattern", "format", "contentMediaType"}
OF_NUMBERS = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}


class InstanceGenerator:
    def __init__(self, chance, links, root):
        self.chance, self.random, self.links, self.root = chance, chance.random, links, root

    def instances(self, schema, count):
        found = [self.derive(schema, 6) for _ in range(count)]
        return [plain(self.chance.changed(value) if index % 3 == 2 else value) for index, value in enumerate(found)]

    def derive(self, schema, depth):
        if isinstance(schema, bool) or depth <= 0 or not schema:
            return self.chance.value(1 if depth > 0 else 0)
        if "const" in schema:
            return copy.deepcopy(schema["const"])
        if "enum" in schema:
            return copy.deepcopy(self.chance.pick(schema["enum"]))
        parts = self._parts(schema)
        kind = self._kind(schema)
        if kind is None and parts:
            return self.derive(self.chance.pick(parts), depth - 1)
        match kind:
            case "object": return self._object(schema, parts, depth)
            case "array": return self._array(schema, parts, depth)
            case "string": return self._string(schema)
            case "integer" | "number": return self._number(schema, kind)
            case None: return self.chance.value(1)
            case _: return self.chance.value_of(kind)

    def _parts(self, schema):
        """Schemas that may apply to the same instance."""
        parts = list(schema.get("allOf", []))
        for name in ("anyOf", "oneOf"):
            parts += self.chance.some(schema.get(name, []), 0, 1)
        if "if" in schema:
            parts += [schema[name] for name in ("if", "then") if name in schema] if self.chance.one_in(2) \
                else [schema["else"]] if "else" in schema else []
        if id(schema) in self.links:
            parts.append(self.links[id(schema)].schema)
        elif "$recursiveRef" in schema or "$dynamicRef" in schema:
            parts.append(self.root)
        for inner in schema.get("dependentSchemas", {}).values():
            parts.append(inner)
        return parts

    def _kind(self, schema):
        if "type" in schema:
            kinds = schema["type"]
            return self.chance.pick(kinds) if isinstance(kinds, list) else kinds
        likely = [kind for kind, names in (("object", OF_OBJECTS), ("array", OF_ARRAYS), ("string", OF_STRINGS),
                                           ("number", OF_NUMBERS)) if names & schema.keys()]
        return self.chance.pick(likely) if likely else None

    # ---- Objects and arrays ----

    def _object(self, schema, parts, depth):
        value = {}
        for name, inner in schema.get("properties", {}).items():
            if name in schema.get("required", []) or not self.chance.one_in(3):
                value[name] = self.derive(inner, depth - 1)
        for pattern, inner in schema.get("patternProperties", {}).items():
            if self.chance.one_in(2):
                value.setdefault(SAMPLES[pattern], self.derive(inner, depth - 1))
        for part in parts:
            inner = self.derive(part, depth - 1)
            value.update(inner if isinstance(inner, dict) else {})
        for name in schema.get("required", []):
            value.setdefault(name, self.derive(schema.get("additionalProperties", True), depth - 1))
        self._fill_object(value, schema, depth)
        return value

    def _fill_object(self, value, schema, depth):
        others = [schema[name] for name in ("additionalProperties", "unevaluatedProperties") if name in schema]
        for name, choices in schema.get("propertyDependencies", {}).items():
            if self.chance.one_in(2):
                value[name] = self.chance.pick(list(choices))
        for keyword in ("dependentRequired", "dependencies", "dependentSchemas"):
            for name in self.chance.some(list(schema.get(keyword, {})), 0, 2):
                value.setdefault(name, self.chance.scalar())
        while len(value) < schema.get("minProperties", 0) or others != [False] and self.chance.one_in(4):
            value.setdefault(self.chance.name(), self.derive(self.chance.pick(others) if others else True, depth - 1))
        while len(value) > schema.get("maxProperties", 99):
            del value[self.chance.pick(list(value))]

    def _array(self, schema, parts, depth):
        items = schema.get("items", True)
        prefix = schema.get("prefixItems", items if isinstance(items, list) else [])
        rest = schema.get("additionalItems", True) if isinstance(items, list) else items
        value = [self.derive(inner, depth - 1) for inner in prefix]
        for part in parts:
            inner = self.derive(part, depth - 1)
            value = inner if isinstance(inner, list) and len(inner) >= len(value) else value
        if rest is not False:
            value += [self.derive(rest, depth - 1) for _ in range(self.random.randrange(3))]
        if "contains" in schema and not self.chance.one_in(4):
            value.insert(self.random.randint(0, len(value)), self.derive(schema["contains"], depth - 1))
        while len(value) < schema.get("minItems", 0):
            value.append(self.derive(rest, depth - 1))
        return value[:schema.get("maxItems", 99)]

    # ---- Scalars ----

    def _string(self, schema):
        value = SAMPLES[schema["pattern"]] if "pattern" in schema else self.chance.pick(STRINGS)
        value += "a" * (schema.get("minLength", 0) - len(value))
        return value[:schema.get("maxLength", 99)]

    def _number(self, schema, kind):
        limits = [schema[name] for name in OF_NUMBERS if name in schema and not isinstance(schema[name], bool)]
        step = schema.get("multipleOf", 1)
        value = self.chance.pick(limits) + self.chance.pick([0, 0, step, -step]) if limits else self.chance.number()
        if "multipleOf" in schema:
            value = step * int(value / step) if self.chance.one_in(2) else step * self.chance.pick([0, 1, 2, 3, 10**9])
        return int(value) if kind == "integer" and isinstance(value, Decimal) and self.chance.one_in(2) else value


def plain(value):
    """Large numbers as integers: with a fraction part, jsonschema-rs rounds them (known-bugs.json)."""
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return list(map(plain, value))
    return int(value) if isinstance(value, Decimal) and abs(value) >= 2**53 else value
