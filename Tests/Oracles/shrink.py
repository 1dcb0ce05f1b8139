"""Makes a difference small: deletes and simplifies parts of the schema, the registry and the instance while it differs."""

import json
from decimal import Decimal

import drafts

LIMIT = 3000
SIMPLE = [0, 1, "", "a", [], {}, False, True, None]
# Strings with a meaning. All others are names, which may be called otherwise.
MEANINGS = {"schema", "instance", "registry", "integer", "number", "string", "array", "object", "boolean", "null",
            *drafts.URIS.values(), *(keyword for keywords in drafts.KEYWORDS.values() for keyword in keywords)}


def shrink(case, differs):
    """`case` is JSON; `differs(case)` says whether a smaller one still shows the difference."""
    trials = 0
    before = None
    while case != before:
        before = case
        for path in list(_paths(case)):
            for smaller in _smaller(case, path):
                trials += 1
                if trials > LIMIT:
                    return case
                if differs(smaller):
                    case = smaller
                    break
    return case


def renamed(case):
    """The case as text, its members sorted and its names numbered: equal for cases that differ in names only."""
    names = {}

    def visit(value):
        if isinstance(value, dict):
            return {visit(key): visit(item) for key, item in sorted(value.items())}
        if isinstance(value, list):
            return list(map(visit, value))
        if isinstance(value, str) and value and value not in MEANINGS:
            return names.setdefault(value, f"name{len(names)}")
        return value

    return json.dumps(visit(case), default=str)


def _smaller(case, path):
    """The case with the value at a path left out, or with a simpler one."""
    try:
        value = _at(case, path)
    except (KeyError, IndexError, TypeError):
        return
    if not path:
        yield from _inner_cases(case)
    if len(path) > 1:
        yield _changed(case, path)
        if path[0] == "instance" and path[-1] in MEANINGS:
            yield _changed(_changed(case, path), (*path[:-1], "a"), value)
    # `$recursiveRef` takes nothing else.
    if path and path != ("registry",) and value != "#":
        for other in _others(value):
            if _size(other) < _size(value):
                yield _changed(case, path, other)


def _inner_cases(case):
    """A subschema, with the instance or a part of it."""
    for _, schema in drafts.subschemas(case["schema"]):
        for instance in (case["instance"], *_children(case["instance"])):
            yield {**case, "schema": schema, "instance": instance}


def _children(value):
    return list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []


def _others(value):
    for child in _children(value):
        yield from (child, *_children(child))
    yield from SIMPLE
    if isinstance(value, str) and len(value) > 1:
        yield from (value[0], value[:-1])
    if isinstance(value, Decimal) and value == value.to_integral_value():
        yield int(value)


def _size(value):
    if isinstance(value, (dict, list)):
        return 10 + sum(10 + _size(item) for item in (value.values() if isinstance(value, dict) else value))
    rank = next((rank for rank, item in enumerate(SIMPLE) if type(item) is type(value) and item == value), None)
    return rank if rank is not None else 11 + len(str(value)) + isinstance(value, Decimal)


def _paths(value, path=()):
    yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in pairs:
        yield from _paths(item, (*path, key))


def _at(value, path):
    for key in path:
        value = value[key]
    return value


_NOTHING = object()


def _changed(value, path, replacement=_NOTHING):
    """A copy with another value at a path, or without it."""
    copy = dict(value) if isinstance(value, dict) else list(value)
    if len(path) > 1:
        copy[path[0]] = _changed(copy[path[0]], path[1:], replacement)
    elif replacement is _NOTHING:
        del copy[path[0]]
    else:
        copy[path[0]] = replacement
    return copy
