"""The drafts: their URIs, their keywords, and where a keyword holds subschemas."""

URIS = {
    "4": "http://json-schema.org/draft-04/schema#",
    "6": "http://json-schema.org/draft-06/schema#",
    "7": "http://json-schema.org/draft-07/schema#",
    "2019-09": "https://json-schema.org/draft/2019-09/schema",
    "2020-12": "https://json-schema.org/draft/2020-12/schema",
    "v1": "https://json-schema.org/v1",
}
ORDER = list(URIS)

# What a keyword holds: one schema, a list, a map from names, either of the first two, or a map of maps.
ONE, LIST, MAP, EITHER, MAPS, DEPENDENCIES = "one", "list", "map", "either", "maps", "dependencies"
PLACES = {
    "not": ONE, "if": ONE, "then": ONE, "else": ONE, "contains": ONE, "propertyNames": ONE, "additionalProperties": ONE,
    "additionalItems": ONE, "unevaluatedItems": ONE, "unevaluatedProperties": ONE, "contentSchema": ONE,
    "allOf": LIST, "anyOf": LIST, "oneOf": LIST, "prefixItems": LIST, "items": EITHER,
    "properties": MAP, "patternProperties": MAP, "definitions": MAP, "$defs": MAP, "dependentSchemas": MAP,
    "dependencies": DEPENDENCIES, "propertyDependencies": MAPS,
}

_OLDEST = """allOf anyOf oneOf not properties patternProperties additionalProperties items type enum multipleOf maximum
minimum exclusiveMaximum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxProperties
minProperties required $ref $schema title description default format""".split()
_CONTENT = ["contentMediaType", "contentEncoding"]
_SINCE_6 = _OLDEST + ["$id", "const", "contains", "propertyNames", "examples"]
_SINCE_7 = _SINCE_6 + ["if", "then", "else", "$comment", "readOnly", "writeOnly"]
_SINCE_2019 = _SINCE_7 + _CONTENT + """$anchor $defs $vocabulary unevaluatedItems unevaluatedProperties dependentSchemas
dependentRequired minContains maxContains deprecated contentSchema""".split()
_LISTS = ["additionalItems"]
_OLD = _LISTS + ["definitions", "dependencies"]
_DYNAMIC = ["$dynamicRef", "$dynamicAnchor", "prefixItems"]

# The keywords that are generated. Left out: `contentEncoding` and `contentMediaType` in draft 7 and `dependencies` from
# 2019-09 on, which an implementation may assert or not (draft 7 validation, 8.2; 2019-09 validation, appendix A).
KEYWORDS = {
    "4": _OLDEST + _OLD + ["id"],
    "6": _SINCE_6 + _OLD,
    "7": _SINCE_7 + _OLD,
    "2019-09": _SINCE_2019 + _LISTS + ["$recursiveRef", "$recursiveAnchor"],
    "2020-12": _SINCE_2019 + _DYNAMIC,
    "v1": _SINCE_2019 + _DYNAMIC + ["propertyDependencies"],
}


def at_least(draft, other):
    return ORDER.index(draft) >= ORDER.index(other)


def subschemas(schema):
    """(path, subschema) of what lies directly in a schema, of any draft."""
    if not isinstance(schema, dict):
        return
    for keyword, value in schema.items():
        yield from _held(PLACES.get(keyword), (keyword,), value)


def _held(place, path, value):
    if place == ONE or place == EITHER and not isinstance(value, list):
        yield path, value
    elif place in (LIST, EITHER) and isinstance(value, list):
        yield from (((*path, index), item) for index, item in enumerate(value))
    elif place == MAPS:
        for name, inner in value.items():
            yield from _held(MAP, (*path, name), inner)
    elif place in (MAP, DEPENDENCIES) and isinstance(value, dict):
        yield from (((*path, name), item) for name, item in value.items() if not isinstance(item, list))


def keywords(schema):
    """The names that stand where a keyword may stand, at any depth."""
    if isinstance(schema, dict):
        found = set(schema)
        for _, inner in subschemas(schema):
            found |= keywords(inner)
        return found
    return set()
