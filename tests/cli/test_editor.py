"""What an editor makes of the schemas, seen with the language server that editors run."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from okrcli.model.key_results import KEY_RESULT_TYPES
from okrcli.storage.layout import DATA_FOLDERS, SETTINGS_FILE, modeline
from okrcli.storage.schemas import schema_files, with_modelines
from tests.cli.language_server import (
    Diagnostic,
    LanguageServer,
    UnavailableError,
    installed_server,
)

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).parent.parent.parent / "examples"

OBJECTIVE = "objectives/2026-Q4/cx-leader.yaml"
KPI = "kpis/nps.yaml"
CHECKIN = "checkins/2026/2026-11-20-ana-7f3a9c12.yaml"
IMPROVEMENT = "improvements/csat-2026-11-02.yaml"

TYPES = ", ".join(f'"{name}"' for name in KEY_RESULT_TYPES)

_numbers = count()


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """Return a language server in a folder with the schemas."""
    root = tmp_path_factory.mktemp("editor")
    for path, content in schema_files().items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(content)
    try:
        server = LanguageServer(installed_server(), root)
    except UnavailableError as error:
        pytest.skip(f"The YAML language server is not to be had: {error}.")
    with server:
        yield server


def own_path(path: str) -> str:
    """Return a path beside *path* that no other test has opened."""
    folder = path.rpartition("/")[0]
    return f"{folder}/{next(_numbers)}.yaml".removeprefix("/")


def with_modeline(path: str, text: str) -> str:
    return f"{modeline(path)}\n{text}"


def told(editor: LanguageServer, path: str, text: str) -> list[Diagnostic]:
    """Return what the editor says of *text*, the lines counted without the modeline."""
    own = own_path(path)
    found = editor.diagnostics({own: with_modeline(path, text)})[own]
    return [each._replace(line=each.line - 1) for each in found]


def offered(editor: LanguageServer, path: str, text: str) -> dict[str, str]:
    return editor.completions(own_path(path), with_modeline(path, text))


def shown(editor: LanguageServer, path: str, text: str) -> str:
    return editor.hover(own_path(path), with_modeline(path, text))


def test_editor_finds_nothing_wrong_with_an_example(editor: LanguageServer) -> None:
    folder = EXAMPLES / "customer-experience"
    files = {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.yaml")
    }
    texts = {path: content.decode() for path, content in with_modelines(files).items()}

    said = editor.diagnostics(texts)
    assert {path: problems for path, problems in said.items() if problems} == {}
    folders = {path.partition("/")[0] for path in said}
    assert folders == {SETTINGS_FILE, *DATA_FOLDERS}


def test_editor_underlines_what_is_wrong_in_an_objective(editor: LanguageServer) -> None:
    text = """\
title: Become the leader
onwer: ana
team: Support Team
key_results:
  - id: nps
    title: Raise NPS
    type: metric
    target: "60"
    due: 2026-13-31
  - {id: calls, title: Calls, type: metric, steps: []}
  - {id: uptime, title: Uptime, type: maintain}
  - {id: course, title: Course, type: milestone}
  - {id: score, title: Score, type: metric, baseline: unknown}
"""
    assert told(editor, OBJECTIVE, text) == [
        (2, "onwer", "Property onwer is not allowed."),
        (3, "Support Team", "Write lower-case words joined by `-`, as in `cx-leader`."),
        (8, '"60"', 'Incorrect type. Expected "number | array".'),
        (9, "2026-13-31", "Write a day of the calendar, as in 2026-12-31."),
        (10, "steps", "Property steps is not allowed."),
        (11, "{", "Give `at_least`, `at_most` or both."),
        (
            12,
            "milestone",
            f"Value is not accepted. Valid values: {TYPES}.",
        ),
        (13, "{", "Add `measure_by`, the date by which it will be measured."),
    ]


def test_editor_underlines_what_is_wrong_in_the_other_files(editor: LanguageServer) -> None:
    kpi = "title: NPS\ntarget: {value: 60, range: [1, 2]}\nbounds: [0]\n"
    assert told(editor, KPI, kpi) == [
        (2, "range", "Keep only one of `value` and `range`."),
        (3, "[0]", "Array has too few items. Expected 2 or more."),
    ]
    checkin = "date: 2026-11-20\nby: ana\nkey_results:\n  - {key_result: nps, confidence: 11}\n"
    assert told(editor, CHECKIN, checkin) == [
        (4, "11", "Value is above the maximum of 10."),
        (4, "nps", "Name a key result, as in `cx-leader/nps` or `2026-Q4/cx-leader/nps`."),
    ]
    settings = "version: 1\nlanguage: de\nteams:\n  Support Team: {name: Support}\n"
    assert told(editor, SETTINGS_FILE, settings) == [
        (2, "de", 'Value is not accepted. Valid values: "en", "es", "ru".'),
        (4, "Support Team", "Write lower-case words joined by `-`, as in `cx-leader`."),
    ]
    improvement = "kpi: csat\nopened: 2026-11-02\ncause: {type: process, text: C}\nactions: []\n"
    assert told(editor, IMPROVEMENT, improvement) == [
        (1, "k", 'Missing property "goal".'),
        (4, "[]", "Array has too few items. Expected 1 or more."),
    ]


def test_editor_offers_the_keys_that_are_still_missing(editor: LanguageServer) -> None:
    keys = offered(editor, OBJECTIVE, "title: T\n|")
    assert {"owner", "why", "key_results"} <= keys.keys()
    assert not {"title", "id", "cycle", "path"} & keys.keys()
    assert keys["key_results"].startswith("key_results:\n  - id: $1\n    title: $2\n    type: $3")


def test_editor_offers_the_keys_of_the_kind_of_key_result(editor: LanguageServer) -> None:
    start = "title: T\nkey_results:\n  - id: a\n    title: A\n"
    anew = offered(editor, OBJECTIVE, f"{start}    |")
    metric = offered(editor, OBJECTIVE, f"{start}    type: metric\n    |")
    milestones = offered(editor, OBJECTIVE, f"{start}    type: milestones\n    |")

    assert {"type", "due"} <= anew.keys()
    assert not {"baseline", "steps"} & anew.keys()
    assert {"baseline", "target", "due"} <= metric.keys()
    assert "steps" not in metric
    assert {"steps", "due"} <= milestones.keys()
    assert "baseline" not in milestones


def test_editor_offers_values(editor: LanguageServer) -> None:
    kinds = offered(editor, OBJECTIVE, "title: T\nkey_results:\n  - id: a\n    type: |")
    assert kinds.keys() == KEY_RESULT_TYPES.keys()
    assert offered(editor, OBJECTIVE, "title: T\nimpact: |").keys() == {
        "growth",
        "efficiency",
        "expansion",
    }
    assert "[0,100]" in offered(editor, KPI, "title: T\nbounds: |")
    assert "weekly" in offered(editor, SETTINGS_FILE, "checkin:\n  cadence: |")
    assert "null" not in offered(editor, OBJECTIVE, "title: T\nowner: |")


def test_editor_offers_the_keys_of_what_has_a_name(editor: LanguageServer) -> None:
    team = offered(editor, SETTINGS_FILE, "teams:\n  support:\n    |")
    assert {"name", "parent", "lead"} <= team.keys()
    words = offered(editor, SETTINGS_FILE, "rules:\n  words:\n    |")
    assert {"vague", "vanity"} <= words.keys()


def test_editor_explains_a_key(editor: LanguageServer) -> None:
    change = "title: T\nkey_results:\n  - {id: a, title: A, type: metric, ch|ange: -10}\n"
    text = shown(editor, OBJECTIVE, change)
    assert text.startswith("#### Change\n\nInstead of a target, a step from the baseline: `+15%`")
    assert "#### Ambition\n\n`committed` (1.0 is expected)" in shown(
        editor, OBJECTIVE, "title: T\namb|ition: committed\n"
    )
    assert "from 1 to 10" in shown(
        editor, CHECKIN, "key_results:\n  - {key_result: a/b, con|fidence: 7}\n"
    )
    assert "four months" in shown(editor, SETTINGS_FILE, "calendar:\n  cy|cle: trimester\n")


def test_editor_explains_the_kinds_of_key_results(editor: LanguageServer) -> None:
    text = shown(
        editor, OBJECTIVE, "title: T\nkey_results:\n  - {id: a, title: A, ty|pe: binary}\n"
    )
    assert "`milestones`: steps, each done or not." in text
    assert "`binary`: done or not done." in text
