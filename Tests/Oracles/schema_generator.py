"""Generates schemas of every draft: all keywords, and references of all kinds between resources."""

import drafts
from drafts import KEYWORDS, URIS, at_least
from values import DIVISORS, PATTERNS, STRINGS

TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"]
HOST = "http://example.test/"


class Target:
    """A schema that references lead to: `name` in `container` of the resource at `base`."""

    def __init__(self, rank, base, pointer, anchor=None, uri=None):
        self.rank, self.base, self.pointer, self.anchor, self.uri = rank, base, pointer, anchor, uri
        self.schema = True
        self.is_remote = self.is_dynamic = False
        self.name = None


class Place:
    """Where a schema stands. References that apply to the same instance go to later targets only, so none is a cycle."""

    def __init__(self, base, floor, depth, focus=None, may_be_resource=False):
        self.base, self.floor, self.depth, self.focus = base, floor, depth, focus
        self.may_be_resource = may_be_resource

    def below(self, focus=None, may_be_resource=False):
        """For another instance: a member, an item, a name."""
        return Place(self.base, 0, self.depth - 1, focus, may_be_resource)

    def beside(self):
        return Place(self.base, self.floor, self.depth - 1, self.focus)


class SchemaGenerator:
    def __init__(self, draft, chance):
        self.draft, self.chance = draft, chance
        self.random = chance.random
        self.known = set(KEYWORDS[draft])
        self.identifier = "id" if draft == "4" else "$id"
        self.container = "$defs" if at_least(draft, "2019-09") else "definitions"
        self.refs_stand_alone = not at_least(draft, "2019-09")
        self.has_dynamic = "$dynamicRef" in self.known
        self.has_recursive = "$recursiveRef" in self.known
        # jsonschema and jsonschema-rs disagree with 2019-09 where `contains`, or a boolean as `items`, meets
        # `unevaluatedItems` (known-bugs.json), so a document has one or the other.
        self.counts_items = draft != "2019-09" or chance.one_in(2)
        # There jsonschema takes schemas in `additionalProperties` and `unevaluatedProperties` for maps of names.
        self.counts_members = draft != "2019-09" or chance.one_in(2)

    # ---- Documents ----

    def document(self):
        """A schema that holds all that its references lead to. A keyword that is written twice may have lost some."""
        while True:
            schema = self._document()
            held = {id(inner) for document in (schema, *self.registry.values()) for inner in _all_schemas(document)}
            if all(id(target.schema) in held for target in self.targets if isinstance(target.schema, dict)):
                return schema

    def _document(self):
        """A schema, after which `links` gives the target of each reference by the id() of the schema that holds it."""
        self.resources, self.links, self.registry = 0, {}, {}
        self.root_base = HOST + "root.json" if self.random.random() < 0.7 else ""
        self.root = Target(0, self.root_base, "#", uri=self.root_base or None)
        self.planned = [self.root] + [self._target(rank) for rank in range(1, self.random.randrange(1, 6))]
        self.targets = list(self.planned)
        for target in self.planned:
            # jsonschema forgets a root that has no URI (known-bugs.json).
            target.is_dynamic = self.has_dynamic and target.uri is not None and self.random.random() < 0.6
        # Last to first: a schema is there before the references to it that derive instances.
        for target in reversed(self.planned[1:]):
            self._define(target)
        self.may_nest = True
        schema = self.schema(Place(self.root_base, 1, 3), whole=True)
        return self._finish_root(schema)

    def _target(self, rank):
        kind = self.random.randrange(5)
        name = self.chance.pick(["n", "a/b", "x~y", "%25", "é"]) + str(rank)
        pointer = f"#/{self.container}/" + _escaped(name)
        folder = self.chance.pick(["", "", "dir/"])
        if kind == 1:
            target = Target(rank, self.root_base, pointer, anchor=f"anchor{rank}")
        elif kind in (2, 3):
            uri = f"{HOST}{folder}resource{rank}.json"
            # The same anchor in several resources; up to draft 7 the identifier has room for one of the two only.
            anchor = "anchor1" if at_least(self.draft, "2019-09") and self.chance.one_in(2) else None
            target = Target(rank, uri, "#", anchor=anchor, uri=uri)
        elif kind == 4:
            uri = f"http://other.test/{folder}document{rank}.json"
            target = Target(rank, uri, "#", uri=uri)
            target.is_remote = True
        else:
            target = Target(rank, self.root_base, pointer)
        target.name = name
        return target

    def _define(self, target):
        # Who has not read a document does not know the resources inside: none in those of the registry.
        self.may_nest = not target.is_remote
        place = Place(target.base, target.rank + 1, 2)
        schema = self.schema(place, whole=True)
        if target.base != self.root_base:
            self._identify(schema, target)
        elif target.anchor:
            self._anchor(schema, target.anchor)
        target.schema = schema

    def _identify(self, schema, target):
        """Makes a schema a resource of its own, by an absolute or a relative URI."""
        relative = self.root_base and target.uri.startswith(HOST) and self.chance.one_in(2)
        # With a leading slash where there is a folder: jsonschema-rs resolves some identifiers twice (known-bugs.json).
        short = target.uri.removeprefix(HOST)
        schema[self.identifier] = ("/" * ("/" in short) + short) if relative else target.uri
        if target.anchor:
            self._anchor(schema, target.anchor)
        if target.is_dynamic:
            schema["$dynamicAnchor"] = "dynamic"
        if self.has_recursive and self.chance.one_in(2):
            schema["$recursiveAnchor"] = self.chance.pick([True, True, False])

    def _anchor(self, schema, anchor):
        if not at_least(self.draft, "2019-09"):
            schema[self.identifier] = "#" + anchor
        else:
            schema["$anchor"] = anchor

    def _finish_root(self, schema):
        definitions = {}
        for target in self.planned[1:]:
            if target.is_remote:
                if at_least(self.draft, "2019-09") and self.chance.one_in(2):
                    target.schema["$schema"] = URIS[self.draft]
                self.registry[target.uri] = target.schema
            else:
                definitions[target.name] = target.schema
        if definitions:
            schema[self.container] = definitions
        if self.root_base:
            schema[self.identifier] = self.root_base
        if self.chance.one_in(2):
            schema["$schema"] = URIS[self.draft]
        if self.root.is_dynamic:
            schema["$dynamicAnchor"] = "dynamic"
        # As for dynamic anchors above: jsonschema forgets a root that has no URI.
        if self.has_recursive and self.root_base and self.chance.one_in(2):
            schema["$recursiveAnchor"] = True
        if "$vocabulary" in self.known and self.chance.one_in(8):
            schema["$vocabulary"] = {"https://example.test/vocabulary": False}
        self.root.schema = schema
        return schema

    # ---- Schemas ----

    def schema(self, place, whole=False):
        """`whole`: an object without `$ref` where that would hide an identifier beside it."""
        if not whole and self.draft != "4" and self.chance.one_in(14):
            return not self.chance.one_in(3)
        if place.depth <= 0:
            return self._leaf(place)
        if not whole and self.refs_stand_alone and self.chance.one_in(7):
            return self._reference(place) or self._leaf(place)
        keeps_focus = place.focus and not self.chance.one_in(6)
        focus = place.focus if keeps_focus else self.chance.pick(TYPES[2:] + ["object", "array"] * 2)
        schema = {}
        here = Place(place.base, place.floor, place.depth, focus)
        if self.may_nest and not whole and place.may_be_resource and self.chance.one_in(8):
            here = self._become_resource(schema, here)
        for write in self.chance.some(self._writers(focus), 1, 3):
            write(schema, here)
        self._complete(schema, here)
        if self.chance.one_in(10):
            self._annotate(schema)
        items = list(schema.items())
        self.random.shuffle(items)
        # In place: `links` knows the schema by its identity.
        schema.clear()
        schema.update(items)
        return schema

    def _become_resource(self, schema, place):
        """Gives a schema amid others its own base URI, its own anchor, and a definition called as the root's may be.

        Only members and items: jsonschema overlooks the identifier in `if` and its like (known-bugs.json).
        """
        self.resources += 1
        uri = f"{HOST}inner{self.resources}/schema.json"
        relative = place.base.startswith(HOST) and self.chance.one_in(2)
        schema[self.identifier] = uri.removeprefix(HOST[:-1]) if relative else uri
        # Not 0: that would let a recursive reference lead back here for the same instance.
        inner = Place(uri, max(1, place.floor), place.depth, place.focus)
        own = Target(len(self.targets) + 100, uri, f"#/{self.container}/n1", anchor="anchor1")
        # A floor above all targets: no reference, since any target may lead here.
        own.schema = self._leaf(Place(uri, own.rank + 1, 0))
        self._anchor(own.schema, own.anchor)
        schema[self.container] = {"n1": own.schema}
        if self.has_recursive and self.chance.one_in(2):
            schema["$recursiveAnchor"] = True
        self.targets.append(own)
        return inner

    def _leaf(self, place):
        schema = {}
        writers = [self._type, self._type, self._enum, *self._families[place.focus or "string"]]
        if self.draft != "4":
            writers.append(self._const)
        self.chance.pick(writers)(schema, Place(place.base, place.floor, 0, place.focus))
        return schema

    def _writers(self, focus):
        writers = [*self._families[focus] * 2, self._type, self._enum, self._all, self._any, self._one, self._not]
        if not self.refs_stand_alone:
            writers += [self._add_reference, self._add_reference]
        if "const" in self.known:
            writers.append(self._const)
        if "if" in self.known:
            writers += [self._condition, self._condition]
        return writers

    @property
    def _families(self):
        strings = [self._lengths, self._pattern, self._format]
        if at_least(self.draft, "2019-09"):
            strings.append(self._content)
        arrays = [self._items, self._items, self._item_counts, self._unique]
        objects = [self._properties, self._properties, self._pattern_properties, self._additional_properties, self._required,
                   self._member_counts]
        if self.draft not in ("4", "2019-09") or not self.counts_items:
            arrays += [self._contains]
        if self.draft != "4":
            objects += [self._property_names]
        if "dependencies" in self.known:
            objects.append(self._dependencies)
        if at_least(self.draft, "2019-09"):
            arrays += [self._unevaluated_items] * self.counts_items
            objects += [self._dependent_schemas, self._dependent_required, self._unevaluated_properties]
        if "propertyDependencies" in self.known:
            objects.append(self._property_dependencies)
        numbers = [self._limits, self._limits, self._multiple]
        return {"string": strings, "array": arrays, "object": objects, "integer": numbers, "number": numbers}

    def _complete(self, schema, place):
        if place.focus in ("array", "object") and self.chance.one_in(3):
            if place.focus == "object" and "properties" not in schema:
                self._properties(schema, place)
            if at_least(self.draft, "2019-09") and self.chance.one_in(2):
                if place.focus == "object":
                    self._unevaluated_properties(schema, place)
                elif self.counts_items:
                    self._unevaluated_items(schema, place)

    def _annotate(self, schema):
        choices = {
            "title": "a", "description": "b", "$comment": "c", "default": self.chance.value(),
            "examples": [self.chance.value()], "readOnly": True, "writeOnly": False, "deprecated": True,
        }
        for name in self.chance.some([name for name in choices if name in self.known], 1, 3):
            schema[name] = choices[name]

    # ---- Any type ----

    def _type(self, schema, place):
        kinds = self.chance.some(TYPES, 1, 3)
        if place.focus and self.random.random() < 0.8:
            kinds = list(dict.fromkeys([place.focus, *kinds[1:]]))
        schema["type"] = kinds if len(kinds) > 1 or self.chance.one_in(4) else kinds[0]

    def _enum(self, schema, place):
        values = []
        for _ in range(self.random.randint(1, 4)):
            value = self.chance.value_of(place.focus) if place.focus and self.chance.one_in(2) else self.chance.value()
            if not any(_alike(value, other) for other in values):
                values.append(value)
        schema["enum"] = values

    def _const(self, schema, place):
        schema["const"] = self.chance.value_of(place.focus) if place.focus and self.chance.one_in(2) else self.chance.value()

    def _list(self, place):
        return [self.schema(place.beside()) for _ in range(self.random.randint(1, 3))]

    def _all(self, schema, place):
        schema["allOf"] = self._list(place)

    def _any(self, schema, place):
        schema["anyOf"] = self._list(place)

    def _one(self, schema, place):
        schema["oneOf"] = self._list(place)

    def _not(self, schema, place):
        schema["not"] = self.schema(place.beside())

    def _condition(self, schema, place):
        for name, chances in (("if", 12), ("then", 4), ("else", 4)):
            if not self.chance.one_in(chances):
                schema[name] = self.schema(place.beside())

    # ---- References ----

    def _reference(self, place):
        schema = {}
        self._add_reference(schema, place)
        if schema and self.refs_stand_alone and self.chance.one_in(4):
            # Ignored there (draft 7 core, 8.3).
            self._type(schema, place)
        return schema

    def _add_reference(self, schema, place):
        # A dynamic reference may lead to any resource, so only another instance makes it end.
        dynamic = self._dynamic_uris(place.base) if place.floor == 0 and self.has_dynamic else []
        if dynamic and self.chance.one_in(2):
            schema["$dynamicRef"] = self.chance.pick(dynamic)
            return
        if place.floor == 0 and self.has_recursive and self.chance.one_in(3):
            schema["$recursiveRef"] = "#"
            return
        reachable = [target for target in self.targets if target.rank >= place.floor and self._uris(target, place.base)]
        if reachable:
            target = self.chance.pick(reachable)
            schema["$ref"] = self.chance.pick(self._uris(target, place.base))
            self.links[id(schema)] = target

    def _uris(self, target, base):
        """How a schema in the resource at `base` may call a target."""
        found = []
        if target.base == base:
            found += [target.pointer] + (["#" + target.anchor] if target.anchor else [])
        if target.base:
            absolute = [target.base + target.pointer.removesuffix("#")]
            absolute += [f"{target.base}#{target.anchor}"] if target.anchor else []
            found += absolute
            if base.startswith(HOST) and target.base.startswith(HOST):
                in_folder = "/" in base.removeprefix(HOST)
                found += [uri.removeprefix(HOST[:-1]) for uri in absolute]
                found += [uri.removeprefix(HOST) for uri in absolute if not in_folder]
                found += ["../" + uri.removeprefix(HOST) for uri in absolute if in_folder]
        return found

    def _dynamic_uris(self, base):
        own = any(target.is_dynamic and target.base == base for target in self.targets)
        if self.draft == "v1":
            # Only a fragment (v1 core, 8.2.3.2). Where the resource has no such anchor, 2020-12 asks for one.
            return ["#dynamic"] if own else []
        found = [uri for target in self.targets for uri in self._uris(target, base) if not target.is_dynamic]
        for target in self.targets:
            if target.is_dynamic:
                found += ["#dynamic"] * 6 if target.base == base else []
                found += [target.base + "#dynamic"] * 3 if target.base else []
        return found

    # ---- Numbers and strings ----

    def _limits(self, schema, place):
        low, high = sorted([self.chance.number(), self.chance.number()])
        if self.draft == "4":
            for name, limit in self.chance.some([("minimum", low), ("maximum", high)], 1, 2):
                schema[name] = limit
                if self.chance.one_in(2):
                    schema["exclusive" + name.capitalize()] = not self.chance.one_in(4)
            return
        pairs = [("minimum", low), ("exclusiveMinimum", low), ("maximum", high), ("exclusiveMaximum", high)]
        schema.update(self.chance.some(pairs, 1, 2))

    def _multiple(self, schema, place):
        schema["multipleOf"] = self.chance.pick(DIVISORS)

    def _lengths(self, schema, place):
        low, high = sorted([self.random.randrange(4), self.random.randrange(6)])
        schema.update(self.chance.some([("minLength", low), ("maxLength", high)], 1, 2))

    def _pattern(self, schema, place):
        schema["pattern"] = self.chance.pick(PATTERNS)

    def _format(self, schema, place):
        schema["format"] = self.chance.pick(["date", "ipv4", "x-own"])

    def _content(self, schema, place):
        schema["contentMediaType"] = "application/json"
        if self.chance.one_in(2):
            schema["contentEncoding"] = "base64"
        if self.chance.one_in(2):
            schema["contentSchema"] = self._leaf(place.below())

    # ---- Arrays ----

    def _items(self, schema, place):
        if "items" in schema or "additionalItems" in schema:
            return
        if self.draft in ("2020-12", "v1"):
            if not self.chance.one_in(3):
                schema["prefixItems"] = [self.schema(place.below(may_be_resource=True)) for _ in range(self.random.randint(1, 3))]
            if not self.chance.one_in(2):
                schema["items"] = self.schema(place.below(may_be_resource=True))
        elif self.chance.one_in(2):
            schema["items"] = self.schema(place.below(), whole=self.counts_items and self.draft == "2019-09")
        else:
            schema["items"] = [self.schema(place.below()) for _ in range(self.random.randint(1, 3))]
        # Not beside a boolean, on which jsonschema fails (known-bugs.json).
        if "additionalItems" in self.known and not isinstance(schema["items"], bool) and self.chance.one_in(2):
            schema["additionalItems"] = self._schema_or_flag(place.below())

    def _schema_or_flag(self, place):
        """`additionalItems` and `additionalProperties` take a boolean in draft 4 too."""
        return self.chance.one_in(4) if self.chance.one_in(3) else self.schema(place)

    def _item_counts(self, schema, place):
        low, high = sorted([self.random.randrange(3), self.random.randrange(5)])
        schema.update(self.chance.some([("minItems", low), ("maxItems", high)], 1, 2))

    def _unique(self, schema, place):
        schema["uniqueItems"] = not self.chance.one_in(8)

    def _contains(self, schema, place):
        schema["contains"] = self.schema(place.below())
        if at_least(self.draft, "2019-09"):
            low, high = sorted([self.random.randrange(3), self.random.randrange(4)])
            schema.update(self.chance.some([("minContains", low), ("maxContains", high)], 0, 2))

    def _unevaluated_items(self, schema, place):
        schema["unevaluatedItems"] = self._mostly_false(place)
        if self.chance.one_in(2):
            self._combine(schema, place)

    # ---- Objects ----

    def _properties(self, schema, place):
        schema["properties"] = self._map(self.chance.names(1, 3), place.below(may_be_resource=True))

    def _map(self, names, place):
        return {name: self.schema(place) for name in names}

    def _pattern_properties(self, schema, place):
        # jsonschema overlooks the empty pattern beside `additionalProperties` (known-bugs.json).
        patterns = [pattern for pattern in PATTERNS if pattern or "additionalProperties" not in schema]
        schema["patternProperties"] = self._map(self.chance.some(patterns, 1, 2), place.below(may_be_resource=True))

    def _additional_properties(self, schema, place):
        if "" in schema.get("patternProperties", {}) or self.draft == "2019-09" and self.counts_members:
            return
        schema["additionalProperties"] = self._schema_or_flag(place.below(may_be_resource=True))

    def _required(self, schema, place):
        schema["required"] = self.chance.names(1, 2)

    def _member_counts(self, schema, place):
        low, high = sorted([self.random.randrange(3), self.random.randrange(5)])
        schema.update(self.chance.some([("minProperties", low), ("maxProperties", high)], 1, 2))

    def _property_names(self, schema, place):
        schema["propertyNames"] = self.schema(place.below("string"))

    def _dependencies(self, schema, place):
        # Not beside lists or booleans, for which jsonschema overlooks schemas (known-bugs.json).
        are_lists = self.chance.one_in(2)
        schema["dependencies"] = {
            name: self.chance.names(1, 2) if are_lists else self.schema(place.beside(), whole=True) for name in self.chance.names(1, 2)}

    def _dependent_schemas(self, schema, place):
        schema["dependentSchemas"] = self._map(self.chance.names(1, 2), place.beside())

    def _dependent_required(self, schema, place):
        schema["dependentRequired"] = {name: self.chance.names(0, 2) for name in self.chance.names(1, 2)}

    def _property_dependencies(self, schema, place):
        schema["propertyDependencies"] = {
            name: self._map(self.chance.some(STRINGS, 1, 2), place.beside()) for name in self.chance.names(1, 2)}

    def _unevaluated_properties(self, schema, place):
        if not self.counts_members:
            return
        if self.draft == "2019-09":
            schema["unevaluatedProperties"] = self.chance.one_in(4)
        else:
            schema["unevaluatedProperties"] = self._mostly_false(place)
        if self.chance.one_in(2):
            self._combine(schema, place)

    def _mostly_false(self, place):
        return self.schema(place.below()) if self.chance.one_in(3) else False

    def _combine(self, schema, place):
        """An applicator for the same instance, from which annotations come."""
        writers = [self._all, self._any, self._one, self._not, self._condition, self._add_reference]
        if place.focus == "object":
            writers += [self._dependent_schemas] + [self._property_dependencies] * ("propertyDependencies" in self.known)
        self.chance.pick(writers)(schema, place)


def _escaped(name):
    """As a token of a JSON Pointer in a fragment (RFC 6901, 6)."""
    return name.replace("~", "~0").replace("/", "~1").replace("%", "%25").replace("é", "%C3%A9")


def _all_schemas(schema):
    yield schema
    for _, inner in drafts.subschemas(schema):
        yield from _all_schemas(inner)


def _alike(one, two):
    """Equal in Python, which takes 1 for True: enough to keep the values of an enum apart."""
    return one == two
