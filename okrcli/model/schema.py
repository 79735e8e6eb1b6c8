"""The JSON Schemas of the files, made from the records: for editors and other programs.

Draft 7, which is what editors support, and without references, next to which draft 7 ignores
everything else that is said of a key. `errorMessage`, `patternErrorMessage` and
`markdownDescription` are the editors' own additions to the standard; other programs ignore them.

A schema is stricter than its record in one thing: a key that may be left out must not be empty.
Editors would offer `null` for every key otherwise.
"""

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from inspect import cleandoc
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import core_schema

from okrcli.model.base import INJECTED, OkrModel, Record

DIALECT = "http://json-schema.org/draft-07/schema#"

_COMMENT = "Written by okr: what you change here is lost."
_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)
_SCALARS = (str, int, float)
_SPELLING = {"github": "GitHub", "kpi": "KPI", "xmr": "XmR"}


def schema_text(record: type[Record]) -> str:
    """Return the file of the JSON Schema of *record*."""
    return json.dumps(file_schema(record), ensure_ascii=False, indent=2) + "\n"


def file_schema(record: type[Record]) -> dict[str, Any]:
    """Return the JSON Schema of the files that hold a *record*."""
    schema = record.model_json_schema(schema_generator=_DraftSeven)
    summary, _, _ = cleandoc(record.__doc__ or "").partition("\n")
    return {"$schema": DIALECT, "$comment": _COMMENT, **_description(summary), **schema}


def attribute_texts(record: type[OkrModel]) -> dict[str, str]:
    """Return the description of each field from the docstrings of *record* and its bases."""
    texts: dict[str, str] = {}
    for base in reversed(record.__mro__[: record.__mro__.index(OkrModel)]):
        _, _, section = cleandoc(base.__doc__ or "").partition("Attributes:\n")
        texts |= {name: " ".join(text.split()) for name, text in _ATTRIBUTE.findall(section)}
    return texts


class _DraftSeven(GenerateJsonSchema):
    """Pydantic's schemas in draft 7, with titles and descriptions for people."""

    def generate(
        self, schema: core_schema.CoreSchema, mode: JsonSchemaMode = "validation"
    ) -> JsonSchemaValue:
        generated = super().generate(schema, mode)
        definitions = generated.pop("$defs", {})
        return self.sort(_in_place(generated, definitions))

    def get_title_from_name(self, name: str) -> str:
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower().split()
        title = " ".join(_SPELLING.get(word, word) for word in words)
        return title[:1].upper() + title[1:]

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        generated = super().model_schema(schema)
        record: type[OkrModel] = schema["cls"]
        left_out = INJECTED if issubclass(record, Record) else frozenset()
        generated.pop("description", None)  # the docstring, which its key's description repeats
        own = {
            "title": record.model_config.get("title") or self.get_title_from_name(record.__name__),
            "properties": self._with_descriptions(record, generated["properties"], left_out),
            "required": [key for key in generated.get("required", ()) if key not in left_out],
        }
        return {**generated, **own}

    def _with_descriptions(
        self, record: type[OkrModel], properties: Mapping[str, Any], left_out: frozenset[str]
    ) -> dict[str, Any]:
        texts = attribute_texts(record)
        keys = {field.alias or name: name for name, field in record.model_fields.items()}
        return {
            key: {
                **properties[key],
                "title": self.get_title_from_name(key),
                **_description(texts.get(name, "")),
            }
            for key, name in keys.items()
            if name not in left_out
        }

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave out defaults that nobody would write, such as an empty list."""
        generated = self.generate_inner(schema["schema"])
        default = schema.get("default")
        if isinstance(default, Decimal):
            default = float(default) if default % 1 else int(default)
        return {**generated, "default": default} if isinstance(default, _SCALARS) else generated

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        generated = super().tuple_schema(schema)
        if "prefixItems" in generated:
            generated["items"] = generated.pop("prefixItems")
        return generated

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        return {
            "type": "object",
            "propertyNames": self.generate_inner(schema["keys_schema"]),
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }


def _description(text: str) -> dict[str, str]:
    if not text:
        return {}
    return {"description": text} | ({"markdownDescription": text} if "`" in text else {})


def _in_place(node: Any, definitions: Mapping[str, Any]) -> Any:
    """Return *node* with references replaced by what they mean, and tagged unions by conditions."""
    if isinstance(node, list):
        return [_in_place(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        own = {key: value for key, value in node.items() if key != "$ref"}
        return _in_place({**definitions[node["$ref"].rpartition("/")[2]], **own}, definitions)
    resolved = {key: _in_place(value, definitions) for key, value in node.items()}
    if "discriminator" not in resolved:
        return resolved
    tag, kinds = resolved.pop("discriminator")["propertyName"], resolved.pop("oneOf")
    return {**resolved, **_by_tag(tag, kinds)}


def _by_tag(tag: str, kinds: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return what all *kinds* share, with a condition for each of them.

    So an editor offers and requires the keys of the stated kind, while `oneOf` would make it offer
    all keys and complain about any.
    """
    first, *others = kinds
    shared = {
        key: schema
        for key, schema in first["properties"].items()
        if all(other["properties"].get(key) == schema for other in others)
    }
    tags = [kind["properties"][tag] for kind in kinds]
    stated = {
        "type": "string",
        "enum": [tag["const"] for tag in tags],
        "title": tags[0]["title"],
        **_description(" ".join(tag["description"] for tag in tags)),
    }
    required = [key for key in first["required"] if key in shared]
    return {
        "type": "object",
        "properties": {**{key: shared[key] for key in required}, tag: stated, **shared},
        "required": [*required, tag],
        "allOf": [_of_kind(tag, kind, {*shared, tag}) for kind in kinds],
    }


def _of_kind(tag: str, kind: Mapping[str, Any], known: set[str]) -> dict[str, Any]:
    name = kind["properties"][tag]["const"]
    own = {
        "properties": {k: k in known or schema for k, schema in kind["properties"].items()},
        "required": [key for key in kind["required"] if key not in known],
    }
    return {
        "if": {"type": "object", "properties": {tag: {"const": name}}, "required": [tag]},
        "then": {**kind, **own},
    }
