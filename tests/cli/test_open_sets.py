"""Every member of every open set works from end to end, explains itself, and is in the README."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest

from okrcli.checks import RULES
from okrcli.choices import TableFormat
from okrcli.cli.commands import COMMANDS
from okrcli.model.key_results import KEY_RESULT_TYPES
from okrcli.model.schema import attribute_texts
from okrcli.model.settings import Language
from okrcli.render import (
    ALERT_FORMATS,
    CALENDAR_FORMATS,
    CATALOG_FORMATS,
    FINDING_FORMATS,
    KPI_FORMATS,
    REMINDER_FORMATS,
    REPORT_FORMATS,
    RULE_FORMATS,
    STATEMENT_FORMATS,
)
from okrcli.render.show import SHOW_FORMATS
from okrcli.wording.languages.lexicon import LANGUAGES
from tests.cli.conftest import Okr

PACKAGE = Path(__file__).parents[2] / "okrcli"
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
README_LINE = " ".join(README.split())

KEY_RESULTS: Mapping[str, tuple[tuple[str, ...], str, str]] = {
    "metric": (("--baseline", "40", "--target", "60", "--unit", "%"), "52", "52 %"),
    "maintain": (("--at-least", "90", "--unit", "%"), "91", "91 %"),
    "milestones": (("--step", "pilot: Two teams use it", "--step", "Everybody"), "pilot", "1/2"),
    "binary": (("--type", "binary"), "yes", "done"),
}
"""How one of each type is made, a value as it is typed, and as it is told."""


def test_every_key_result_type_has_an_example() -> None:
    assert KEY_RESULTS.keys() == KEY_RESULT_TYPES.keys()


@pytest.mark.parametrize("type_", KEY_RESULTS)
def test_key_result_type_goes_from_new_to_check(okr: Okr, root: Path, type_: str) -> None:
    options, value, told = KEY_RESULTS[type_]
    made = okr("new", "kr", "cx-leader", "Half of all answers come at once", "--id", "it", *options)
    assert made.code == 0, made.err
    assert f"    type: {type_}\n" in (root / "objectives/2026-Q4/cx-leader.yaml").read_text()
    assert f"  it {told}\n" in okr("checkin", "cx-leader/it", value, "--confidence", "7").out
    for format_ in REPORT_FORMATS:
        report = okr("report", "--format", format_)
        assert report.code == 0, report.err
        assert re.search(r"\bit\b|Half of all answers", report.out)
    for format_ in SHOW_FORMATS:
        assert okr("show", "cx-leader/it", "--format", format_).code == 0
    checked = okr("check", "--format", "concise")
    assert checked.code == 0, checked.out


@pytest.mark.parametrize("type_", KEY_RESULT_TYPES)
def test_key_result_type_describes_itself_and_every_field(type_: str) -> None:
    record = KEY_RESULT_TYPES[type_]
    texts = attribute_texts(record)
    assert record.model_fields.keys() <= texts.keys()
    assert texts["type"].startswith(f"`{type_}`: ")
    assert f"\n| `{type_}` | " in README


def test_only_the_files_of_a_key_result_type_name_its_record() -> None:
    own = {PACKAGE / "model/key_results", PACKAGE / "compute/progress"}
    names = "|".join(record.__name__ for record in KEY_RESULT_TYPES.values())
    imported = re.compile(rf"key_results(?:\.\w+)? import [^\n]*\b(?:{names})\b")
    named = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if own.isdisjoint(file.parents) and imported.search(file.read_text(encoding="utf-8"))
    }
    assert named == set()


def test_every_rule_explains_itself(okr: Okr) -> None:
    for code, rule in RULES.items():
        explained = okr("rule", code)
        assert explained.code == 0, explained.err
        assert explained.out.startswith(f"{code} {rule.id.name}")
        parts = ("Severity", "Source", "Fails", "Passes", "silence")
        assert [part for part in parts if part not in explained.out] == []
    listed = okr("rule").out
    assert all(re.search(rf"^\s*{code}\b", listed, re.MULTILINE) for code in RULES)


FORMATS: Mapping[tuple[str, ...], Mapping[str, object]] = {
    ("report",): REPORT_FORMATS,
    ("check",): FINDING_FORMATS,
    ("kpi", "list"): KPI_FORMATS,
    ("kpi", "alerts"): ALERT_FORMATS,
    ("kpi", "catalog"): CATALOG_FORMATS,
    ("remind",): REMINDER_FORMATS,
    ("calendar",): CALENDAR_FORMATS,
    ("rule", "M202"): RULE_FORMATS,
    ("read", "Raise NPS from 40 to 60"): STATEMENT_FORMATS,
    ("show", "cx-leader/nps"): SHOW_FORMATS,
}
"""The commands that show something in several formats."""


@pytest.mark.parametrize("command", FORMATS)
def test_every_format_of_a_command_shows_something_of_its_own(
    okr: Okr, command: tuple[str, ...]
) -> None:
    explained = " ".join(okr(*command, "--help").out.split())
    shown = {}
    for format_ in FORMATS[command]:
        ran = okr(*command, "--format", format_)
        assert ran.code in {0, 1}, ran.err
        assert re.search(rf"\b{format_}\b", explained)
        shown[format_] = ran.out
    assert all(shown.values())
    assert len(set(shown.values())) == len(shown)


def test_readme_names_the_formats_of_the_report() -> None:
    (named,) = set(re.findall(r"`--format ([\w|]+)` is for other programs", README_LINE))
    assert {*named.split("|"), "table"} == set(REPORT_FORMATS)


def test_help_and_readme_name_every_format_that_is_imported(okr: Okr) -> None:
    explained = " ".join(okr("kpi", "import", "--help").out.split())
    (named,) = re.findall(r"\*\*Import\.\*\* (.*?);", README_LINE)
    spelt = {"jsonl": "JSON lines"}
    for format_ in get_args(TableFormat):
        name = spelt.get(format_, format_).lower()
        assert format_ in explained
        assert name in explained.lower()
        assert name in named.lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_makes_a_workspace_that_is_in_order(
    run_okr: Okr, tmp_path: Path, language: Language
) -> None:
    made = run_okr(tmp_path, "init", "acme", "--name", "Acme", "--language", language)
    assert made.code == 0, made.err
    assert f"\nlanguage: {language}\n" in (tmp_path / "acme/okr.yaml").read_text(encoding="utf-8")
    checked = run_okr(tmp_path / "acme", "check", "--format", "concise")
    assert checked.code == 0, checked.out


def test_languages_that_are_read_and_written_are_the_same_and_in_the_readme() -> None:
    assert get_args(Language) == LANGUAGES
    assert "--language " + r"\|".join(LANGUAGES) in README


def test_every_command_is_in_the_readme_with_what_it_can_do(okr: Okr) -> None:
    (table,) = re.findall(r"\n## Commands\n(.*?)\n## ", README, re.DOTALL)
    for name in COMMANDS:
        (row,) = re.findall(rf"^\| `okr {name}\b[^\n]*", table, re.MULTILINE)
        commands = re.search(r"^Commands:\n((?:  .*\n)+)", okr(name, "--help").out, re.MULTILINE)
        for below in re.findall(r"^  (\S+)", commands[1] if commands else "", re.MULTILINE):
            assert re.search(rf"\b{below}\b", row), f"{name} {below}"
