"""Documents of one shape and any size, with the schema that judges them. The same size gives the same bytes."""

import itertools
import json
import random

# Long documents repeat so many distinct items, where items need not differ.
DISTINCT = 20_000
DEPTH = 400
CHUNK = 4096


def numbered(make):
    """Endless items, of which the first DISTINCT differ."""
    source = random.Random(1)
    items = [make(source, number) for number in range(DISTINCT)]
    return itertools.cycle(items)


def record(source, number):
    return json.dumps({
        "id": number, "name": f"item {source.randrange(10**6)}", "price": source.randrange(10**6) / 100,
        "tags": ["a", "bc"][: source.randrange(3)], "active": source.random() < 0.5,
    })  # fmt: skip


def number_text(source, _):
    return source.choice([str(source.randrange(10**9)), f"{source.random() * 1000:.6f}", f"-{source.random():.3e}"])


def branch(source, _):
    kind = source.randrange(1000)
    return f'{{"kind":"k{kind}","v{kind}":{source.randrange(1000)}}}'


def nest(source, _):
    return "[" * DEPTH + str(source.randrange(10)) + "]" * DEPTH


def choice(source, _):
    return f'"value {source.randrange(100_000)}"'


def counted(text):
    """Endless items that all differ."""
    return (text % number for number in itertools.count())


RECORD = {
    "type": "object",
    "properties": {
        "id": {"type": "integer", "minimum": 0},
        "name": {"type": "string", "maxLength": 40},
        "price": {"type": "number", "exclusiveMaximum": 10000},
        "tags": {"type": "array", "items": {"enum": ["a", "bc"]}},
        "active": {"type": "boolean"},
    },
    "required": ["id", "name", "price"],
    "additionalProperties": False,
}
BRANCHES = [
    {
        "properties": {"kind": {"const": f"k{number}"}, f"v{number}": {"type": "integer"}},
        "required": ["kind", f"v{number}"],
    }
    for number in range(1000)
]
# Name, schema, opening and closing text, items; a comma stands between items.
SHAPES = {
    "array of objects": ({"items": RECORD}, "[", "]", lambda: numbered(record)),
    "one long string": ({"type": "string", "minLength": 1}, '"', '"', None),
    "array of numbers": ({"items": {"type": "number", "maximum": 1e10}}, "[", "]", lambda: numbered(number_text)),
    "object with many names": ({"additionalProperties": {"type": "integer"}}, "{", "}", lambda: counted('"name %d":1')),
    "uniqueItems, strings": ({"uniqueItems": True}, "[", "]", lambda: counted('"item %d"')),
    "uniqueItems, objects": ({"uniqueItems": True}, "[", "]", lambda: counted('{"a":%d,"b":[1]}')),
    "enum of 100,000": (
        {"items": {"enum": [f"value {number}" for number in range(100_000)]}}, "[", "]", lambda: numbered(choice),
    ),
    "anyOf of 1,000": ({"items": {"anyOf": BRANCHES}}, "[", "]", lambda: numbered(branch)),
    "oneOf of 1,000": ({"items": {"oneOf": BRANCHES}}, "[", "]", lambda: numbered(branch)),
    "nested 400 deep": (
        {"$ref": "#/$defs/deep", "$defs": {"deep": {"type": ["array", "integer"], "items": {"$ref": "#/$defs/deep"}}}},
        "[", "]", lambda: numbered(nest),
    ),
}  # fmt: skip
# Where a document's tape is 16 times as long as the document: no more than a machine of 24 GB has room for.
LARGEST = {"nested 400 deep": 256 << 20}
# Rules that grow, judged on one small document: what compiling them takes for each byte.
RULES = {
    "enum of n strings": lambda n: {"enum": [f"value {number}" for number in range(n)]},
    "enum of n objects": lambda n: {"enum": [{"a": number} for number in range(n)]},
    "required with n names": lambda n: {"required": [f"name {number}" for number in range(n)]},
    "n properties": lambda n: {"properties": {f"name {number}": {"maxLength": 5} for number in range(n)}},
    "n definitions, each referred to": lambda n: {
        "properties": {f"p{number}": {"$ref": f"#/$defs/d{number}"} for number in range(n)},
        "$defs": {f"d{number}": {"type": "string"} for number in range(n)},
    },
    "anyOf with n branches": lambda n: {"anyOf": [branch_schema(number) for number in range(n)]},
}


def branch_schema(number):
    return {"properties": {"kind": {"const": f"k{number}"}}, "required": ["kind"]}


def write(shape, size, file):
    """One document of about `size` bytes on a line, as often as makes a pass long enough for the clock."""
    copies = max(1, (256 << 10) // size)
    with open(file, "w", encoding="utf-8") as out:
        for _ in range(copies):
            document(shape, size, out)
            out.write("\n")


def document(shape, size, out):
    _, opening, closing, items = SHAPES[shape]
    out.write(opening)
    written = 2
    if items is None:
        text = "the quick brown fox jumps over the lazy dog, " * 1000
        while written < size:
            written += out.write(text[: size - written])
    else:
        source, separator = items(), ""
        while written < size:
            # Joined a chunk at a time; the last one is as short as it must be.
            pieces = chunk(source, size - written)
            written += out.write(separator + ",".join(pieces))
            separator = ","
    out.write(closing)


def chunk(source, room):
    pieces = []
    while room > 0 and len(pieces) < CHUNK:
        piece = next(source)
        room -= len(piece) + 1
        pieces.append(piece)
    return pieces
