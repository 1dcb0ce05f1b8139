"""The two independent implementations. Each gives True, False, or a text that says why it has no verdict."""

import decimal
import importlib.metadata

import jsonschema
import jsonschema_rs
import referencing
import referencing.jsonschema
from jsonschema import validators

import drafts

# `%` of two Decimals fails where the quotient has more digits than the context.
decimal.getcontext().prec = 1000


def is_integer(_, value):
    return type(value) is int or isinstance(value, decimal.Decimal) and value == value.to_integral_value()


class Python:
    """PyPI's jsonschema. Numbers with a fraction are Decimals, which its documentation allows."""
    name = "jsonschema"
    version = importlib.metadata.version("jsonschema")
    _base = {
        "4": jsonschema.Draft4Validator, "6": jsonschema.Draft6Validator, "7": jsonschema.Draft7Validator,
        "2019-09": jsonschema.Draft201909Validator, "2020-12": jsonschema.Draft202012Validator,
    }
    # In draft 4 a number with a fraction part is no integer, not even 1.0 (draft 4 core, 3.5).
    _classes = {draft: base if draft == "4" else validators.extend(
        base, type_checker=base.TYPE_CHECKER.redefine("integer", is_integer)) for draft, base in _base.items()}
    # So that `$schema` in another document finds them too.
    for _draft, _class in _classes.items():
        validators.validates(_draft)(_class)

    def verdicts(self, draft, schema, instances, registry):
        validator_class = self._classes[draft]
        try:
            specification = referencing.jsonschema.specification_with(drafts.URIS[draft])
            resources = [(uri, referencing.Resource(contents, specification)) for uri, contents in registry.items()]
            validator = validator_class(schema, registry=referencing.Registry().with_resources(resources))
        except Exception as error:  # Whatever an oracle throws is its answer.
            return [f"{type(error).__name__}: {error}"] * len(instances)
        return [_guarded(validator.is_valid, instance) for instance in instances]


class Rust:
    """PyPI's jsonschema-rs."""
    name = "jsonschema-rs"
    version = importlib.metadata.version("jsonschema-rs")
    _classes = {
        "4": jsonschema_rs.Draft4Validator, "6": jsonschema_rs.Draft6Validator, "7": jsonschema_rs.Draft7Validator,
        "2019-09": jsonschema_rs.Draft201909Validator, "2020-12": jsonschema_rs.Draft202012Validator,
    }
    _numbers = {"4": jsonschema_rs.Draft4, "6": jsonschema_rs.Draft6, "7": jsonschema_rs.Draft7,
                "2019-09": jsonschema_rs.Draft201909, "2020-12": jsonschema_rs.Draft202012}

    def verdicts(self, draft, schema, instances, registry):
        try:
            known = self._registry(draft, schema, registry) if registry else None
            validator = self._classes[draft](schema, validate_formats=False, registry=known)
        except BaseException as error:  # A panic of Rust is no Exception.
            return [f"{type(error).__name__}: {error}"] * len(instances)
        return [_guarded(validator.is_valid, instance) for instance in instances]

    def _registry(self, draft, schema, registry):
        """With the schema itself, since it reads references in the registry before it sees the schema."""
        names = [schema[name] for name in ("$id", "id") if name in schema] if isinstance(schema, dict) else []
        uri = names[0] if names else "http://unnamed.test/"
        return jsonschema_rs.Registry([*registry.items(), (uri, schema)], draft=self._numbers[draft])


def _guarded(is_valid, instance):
    try:
        return is_valid(instance)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return f"{type(error).__name__}: {error}"


def as_2020_12(schema):
    """A v1 schema in words of 2020-12: `propertyDependencies` as conditions that leave no annotations behind."""
    if not isinstance(schema, dict):
        return schema
    result = _mapped(schema)
    if schema.get("$schema") == drafts.URIS["v1"]:
        result["$schema"] = drafts.URIS["2020-12"]
    conditions = [{"if": {"not": {"not": {"type": "object", "required": [name], "properties": {name: {"const": value}}}}},
                   "then": then} for name, choices in result.pop("propertyDependencies", {}).items()
                  for value, then in choices.items()]
    if conditions:
        result["allOf"] = result.get("allOf", []) + conditions
    return result


def _mapped(schema):
    result = {}
    for keyword, value in schema.items():
        place = drafts.PLACES.get(keyword)
        if place == drafts.MAPS:
            value = {name: {key: as_2020_12(item) for key, item in inner.items()} for name, inner in value.items()}
        elif place == drafts.MAP:
            value = {name: as_2020_12(item) for name, item in value.items()}
        elif isinstance(value, list) and place in (drafts.LIST, drafts.EITHER):
            value = list(map(as_2020_12, value))
        elif place in (drafts.ONE, drafts.EITHER):
            value = as_2020_12(value)
        result[keyword] = value
    return result
