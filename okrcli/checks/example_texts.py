"""Short texts of files, for the rules' examples."""

from collections.abc import Mapping

from okrcli.checks.rule import Example
from okrcli.model.settings import Language

_TITLES: Mapping[Language, str] = {
    "en": "Customers recommend our support to their friends",
    "es": "Ser el equipo que los clientes recomiendan",
    "ru": "Клиенты советуют нашу поддержку друзьям",
}
_PATH = "objectives/2026-Q4/cx-leader.yaml"

Field = str | int


def key_result_text(title: str, **fields: Field) -> str:
    """Return the text of a key result; a metric unless *fields* have another `type`."""
    lines = {"id": "proof", "title": title, "type": "metric", **fields}
    return "  - " + "    ".join(f"{key}: {_plain(value)}\n" for key, value in lines.items())


def objective_text(language: Language, *key_results: str, **fields: Field) -> str:
    """Return the text of an objective's file."""
    head = {"title": _TITLES[language], **fields}
    text = text_of(**head)
    return f"{text}key_results:\n{''.join(key_results)}" if key_results else text


def text_of(**fields: Field) -> str:
    """Return the text of a file with *fields*, one per line."""
    return "".join(f"{key}: {_plain(value)}\n" for key, value in fields.items())


def of_key_result(language: Language, failing: str, passing: str, **kpis: str) -> Example:
    """Return an example of one objective; *kpis* are texts of KPI files by id."""
    return Example(
        path=_PATH,
        failing=objective_text(language, failing),
        passing=objective_text(language, passing),
        beside={f"kpis/{name}.yaml": text for name, text in kpis.items()},
    )


def of_objective(failing: str, passing: str, **settings: str) -> Example:
    """Return an example of one objective's file; *settings* are lines of okr.yaml."""
    lines = "".join(f"{key}: {value}\n" for key, value in settings.items())
    return Example(_PATH, failing, passing, {"okr.yaml": f"version: 1\n{lines}"})


def _plain(value: Field) -> str:
    return f'"{value}"' if value == "%" else str(value)
