"""Which keys a record knows at a place of its file."""

from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from okrcli.model.base import OkrModel
from okrcli.model.finding import Location


def known_keys(model: type[OkrModel], data: Any, location: Location) -> tuple[str, ...]:
    """Return the keys that the mapping at *location* of *data* may have, as spelled in files."""
    schema = _schema(model)
    node = schema
    for part in location:
        node = _child(_resolve_definition(schema, node, data), part)
        data = _inside(data, part)
    return tuple(_resolve_definition(schema, node, data).get("properties", ()))


@cache
def _schema(model: type[OkrModel]) -> dict[str, Any]:
    return model.model_json_schema(schema_generator=_WithoutDefaults)


class _WithoutDefaults(GenerateJsonSchema):
    """Leaves out defaults, of which pydantic warns that JSON has no type for them."""

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def _inside(data: Any, part: str | int) -> Any:
    try:
        return data[part]
    except (KeyError, IndexError, TypeError):
        return None


def _child(node: dict[str, Any], part: str | int) -> dict[str, Any]:
    if isinstance(part, int):
        found = node.get("items", {})
    else:
        found = node.get("properties", {}).get(part) or _any_value(node)
    return found if isinstance(found, dict) else {}


def _any_value(node: dict[str, Any]) -> Any:
    """Return the schema of all values of a mapping whose keys are names."""
    of_patterns = node.get("patternProperties", {}).values()
    return next(iter(of_patterns), node.get("additionalProperties"))


def _resolve_definition(schema: dict[str, Any], node: dict[str, Any], data: Any) -> dict[str, Any]:
    """Return the definition that *node* refers to; for a union, the member that *data* names."""
    if "$ref" in node:
        return _resolve_definition(schema, _definition(schema, node["$ref"]), data)
    if "discriminator" in node:
        named = node["discriminator"]
        tag = data.get(named["propertyName"]) if isinstance(data, dict) else None
        target = named["mapping"].get(tag) if isinstance(tag, str) else None
        return _definition(schema, target) if target else {}
    for member in node.get("anyOf", ()):
        narrowed = _resolve_definition(schema, member, data)
        if narrowed.get("type") in {"object", "array"}:
            return narrowed
    return node


def _definition(schema: dict[str, Any], ref: str) -> dict[str, Any]:
    found: dict[str, Any] = schema["$defs"][ref.rpartition("/")[2]]
    return found
