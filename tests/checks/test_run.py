from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from okrcli.checks import RULES
from okrcli.checks.context import CheckContext
from okrcli.checks.fix import MendIgnore, SetText
from okrcli.checks.past import Past
from okrcli.checks.run import asks_for_past, check, judge, safe_fixes, structure_findings
from okrcli.errors import UsageError
from okrcli.model.finding import Severity
from tests.checks.history.agreed_texts import (
    PATH,
    objective,
    version,
)
from tests.checks.workspaces import TODAY, loaded, where

CX = "objectives/2026-Q4/cx.yaml"
CHECKIN = "checkins/2026/2026-11-20-ana-7f3a9c12.yaml"
WRONG = {
    "kpis/nps.yaml": "title: NPS\nbounds: [-100, 100]\n",
    CX: "title: Close ticket #12\nparent: nowhere\n",
    CHECKIN: "date: 2026-11-20\nby: ana\nreadings:\n  - {kpi: nps, value: 140}\n",
}


def _settings(rules: str) -> dict[str, str]:
    return {"okr.yaml": f"version: 1\nrules: {rules}\n"}


def _structure(codes: list[str]) -> list[str]:
    return [code for code in codes if code[0] == "E" or code == "C702"]


def test_check_finds_what_loading_and_the_rules_find_sorted_by_path_and_line() -> None:
    findings = check(loaded(WRONG), TODAY, select=["E", "C702"])
    assert where(findings) == [("C702", 4, CHECKIN), ("E006", 1, CX), ("E004", 2, CX)]
    assert [each.severity for each in findings] == [
        Severity.ERROR,
        Severity.WARNING,
        Severity.ERROR,
    ]


def test_structure_findings_are_those_of_letter_e() -> None:
    assert where(structure_findings(loaded(WRONG))) == [("E006", 1, CX), ("E004", 2, CX)]


@pytest.mark.parametrize(
    ("rules", "codes"),
    [
        ("{select: [E004]}", ["E004"]),
        ("{select: [E, C702], ignore: [lossy-text]}", ["C702", "E004"]),
        ("{select: [C], ignore: [C702]}", []),
        ("{select: [E, C702], per_file_ignores: {'objectives/*': [E]}}", ["C702"]),
        (
            "{select: [E, C702], per_file_ignores: {'checkins/2026/*-ana-*': [C702]}}",
            ["E006", "E004"],
        ),
    ],
)
def test_settings_select_the_rules(rules: str, codes: list[str]) -> None:
    findings = check(loaded({**WRONG, **_settings(rules)}), TODAY)
    assert _structure([each.rule.code for each in findings]) == codes


def test_options_come_before_the_settings() -> None:
    plan = loaded({**WRONG, **_settings("{select: [C], ignore: [E004]}")})
    assert [each.rule.code for each in check(plan, TODAY, select=["E004"])] == ["E004"]
    assert check(plan, TODAY, ignore=["C"]) == ()


def test_what_cannot_be_read_is_always_found() -> None:
    files = {CX: "title: [\n", **_settings("{select: [C], per_file_ignores: {'*': [E]}}")}
    assert where(check(loaded(files), TODAY)) == [("E001", 1, CX)]


def test_settings_change_a_severity() -> None:
    plan = loaded({**WRONG, **_settings("{select: [E], severity: {E006: info, E004: warning}}")})
    assert [each.severity for each in check(plan, TODAY)] == [Severity.INFO, Severity.WARNING]


def test_profile_draft_makes_all_but_structure_warnings() -> None:
    plan = loaded({**WRONG, **_settings("{select: [E004, C702], profile: draft}")})
    assert [(each.rule.code, each.severity) for each in check(plan, TODAY)] == [
        ("C702", Severity.WARNING),
        ("E004", Severity.ERROR),
    ]


@pytest.mark.parametrize("rules", ["{select: [E999]}", "{ignore: [nope]}", "{severity: {X: info}}"])
def test_unknown_rule_in_the_settings_is_a_usage_error_for_check_but_not_for_report(
    rules: str,
) -> None:
    plan = loaded({**WRONG, **_settings(rules)})
    with pytest.raises(UsageError):
        check(plan, TODAY)
    assert "E001" not in {each.rule.code for each in structure_findings(plan)}


def test_unknown_rule_in_an_option_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="There is no rule 'M999'"):
        check(loaded({}), TODAY, ignore=["M999"])


def test_check_of_an_empty_workspace_finds_nothing() -> None:
    assert check(loaded({}), TODAY) == ()
    assert structure_findings(loaded({})) == ()


def test_structure_rules_do_not_look_at_the_day() -> None:
    plan = loaded(WRONG)
    for rule in RULES.values():
        if rule.letter == "E" and rule.find:
            assert list(rule.find(CheckContext(plan, date.min))) == list(
                rule.find(CheckContext(plan, date.max))
            )


def test_item_that_was_left_out_while_loading_has_no_consequences() -> None:
    objective = (
        "title: A\nkey_results:\n"
        "  - {id: a, title: A, type: metirc}\n"
        "  - {id: b, title: B, type: binary, kpi: nowhere}\n"
        "initiatives:\n  - {id: c, title: C, key_results: [a]}\n"
    )
    checkin = "date: 2026-11-20\nby: ana\nkey_results: [{key_result: cx/a, value: 1}]\n"
    findings = check(loaded({CX: objective, CHECKIN: checkin}), TODAY, ignore=["T504"])
    assert where(findings) == [("E002", 3, CX)]


@pytest.mark.parametrize(
    ("rules", "options", "silenced"),
    [
        ("{ignore: [E004]}", {}, [("okr.yaml", "E004")]),
        ("{select: [E006]}", {}, [("okr.yaml", "C702"), ("okr.yaml", "E004")]),
        ("{per_file_ignores: {'objectives/*': [E004]}}", {}, [("okr.yaml", "E004")]),
        ("{}", {"ignore": ["E004"]}, [("options", "E004")]),
        ("{}", {"per_file_ignores": {"checkins/*": ["C702"]}}, [("options", "C702")]),
        ("{ignore: [C]}", {"ignore": ["E004"]}, [("okr.yaml", "C702"), ("options", "E004")]),
        ("{ignore: [E004]}", {"ignore": ["E004"]}, [("okr.yaml", "E004")]),
        ("{ignore: [E004]}", {"select": ["E004"]}, []),
        ("{}", {"select": ["E006"]}, []),
        ("{}", {"select": ["E004", "E006"], "ignore": ["E004"]}, [("options", "E004")]),
    ],
)
def test_what_is_left_out_on_purpose_is_told_with_what_leaves_it_out(
    rules: str, options: Mapping[str, Any], silenced: list[tuple[str, str]]
) -> None:
    verdict = judge(loaded({**WRONG, **_settings(rules)}), TODAY, **options)
    told = [(by.value, each.rule.code) for by, each in verdict.silenced]
    assert sorted(each for each in told if _structure([each[1]])) == silenced
    shown = {each.rule.code for each in verdict.findings}
    assert not shown & {code for _, code in silenced}


def test_what_a_comment_silences_is_told_once() -> None:
    files = {CX: "title: Close ticket #12  # okr: ignore[E006]\nparent: nowhere # okr: ignore[E]\n"}
    verdict = judge(loaded(files), TODAY, select=["E"])
    assert sorted((by.value, each.rule.code) for by, each in verdict.silenced) == [
        ("comments", "E004"),
        ("comments", "E006"),
    ]
    ignored = judge(loaded({**files, **_settings("{ignore: [E]}")}), TODAY)
    told = sorted((by.value, each.rule.code) for by, each in ignored.silenced)
    assert [each for each in told if each[1][0] == "E"] == [
        ("okr.yaml", "E004"),
        ("okr.yaml", "E006"),
    ]


def test_comment_of_a_rule_that_is_left_out_is_not_stale() -> None:
    files = {CX: "title: T # okr: ignore[E004]\n", **_settings("{ignore: [E004]}")}
    assert "E005" not in {each.rule.code for each in check(loaded(files), TODAY)}


def test_fixes_are_the_texts_with_the_usual_characters() -> None:
    plan = loaded({CX: "title: A\u200bB\nnote: CD\n"})
    assert safe_fixes(plan, TODAY) == (SetText(CX, ("title",), "AB"),)


@pytest.mark.parametrize(
    "files",
    [
        {"okr.yaml": "version: 1\nrules: {ignore: [S109]}\n", CX: "title: A\u200bB\n"},
        {CX: "title: A\u200bB  # okr: ignore[S109] a trademark\n"},
        {
            "okr.yaml": "version: 1\nrules: {per_file_ignores: {'objectives/*': [S]}}\n",
            CX: "title: A\u200bB\n",
        },
    ],
)
def test_what_is_silenced_is_not_mended(files: dict[str, str]) -> None:
    assert safe_fixes(loaded(files), TODAY) == ()


@pytest.mark.parametrize(
    ("comment", "mended"),
    [
        ("# okr: ignore[E004] later", ""),
        ("# okr: ignore[E004, R402] later", "# okr: ignore[R402] later"),
        ("# okr: ignore[no-so-what, E003]", "# okr: ignore[no-so-what]"),
    ],
)
def test_stale_names_are_taken_out_of_comments(comment: str, mended: str) -> None:
    plan = loaded({CX: f"title: A  {comment}\n"})
    (fix,) = safe_fixes(plan, TODAY)
    assert isinstance(fix, MendIgnore)
    assert (fix.path, fix.ignore.line, fix.comment) == (CX, 1, mended)


@pytest.mark.parametrize(
    ("path", "comment", "select"),
    [
        (CX, "# okr: ignore[R402] soon", ()),
        (CX, "# okr: ignore[nonsense]", ()),
        (CX, "# okr: ignore[E002]", ()),
        (CX, "# okr: ignore[E004]", ("R", "E005")),
        (CX, "# okr: ignore[E004]", ("E004",)),
        ("checkins/2026/a.yaml", "# okr: ignore[E004]", ()),
    ],
)
def test_comments_that_may_be_needed_are_left_alone(
    path: str, comment: str, select: tuple[str, ...]
) -> None:
    text = "title: A" if path == CX else "date: 2026-11-20\nby: ana"
    assert safe_fixes(loaded({path: f"{text}  {comment}\n"}), TODAY, select=select) == ()


def test_applied_fix_leaves_nothing_to_find() -> None:
    plan = loaded({CX: "title: отрасли\u201a где мы\n"})
    (fix,) = safe_fixes(plan, TODAY)
    assert isinstance(fix, SetText)
    assert check(loaded({CX: f"title: {fix.text}\n"}), TODAY, select=["S109"]) == ()


def test_comment_of_a_rule_that_cannot_be_judged_is_not_stale() -> None:
    ignored = objective("target: 50 # okr: ignore[H801] agreed by mail")
    now = {PATH: ignored}

    def codes(past: Past | None) -> set[str]:
        found = check(loaded(now), TODAY, select=["H", "E"], past=past)
        return {each.rule.code for each in found}

    assert codes(None) == set()
    assert codes(Past((version(objective("target: 60")),))) == set()
    assert codes(Past((version(objective("target: 50")),))) == {"E005"}


def test_past_is_asked_for_by_rules_of_its_letter_only() -> None:
    plan = loaded({})
    assert asks_for_past(plan)
    assert asks_for_past(plan, ["H802"])
    assert not asks_for_past(plan, ["E", "S"])
    assert not asks_for_past(plan, (), ["H"])


@pytest.mark.parametrize("rules", ["{ignore: [H]}", "{select: [E]}"])
def test_rules_of_history_that_okr_yaml_leaves_out_are_looked_for_to_be_counted(rules: str) -> None:
    settings = {"okr.yaml": f"version: 1\nrules: {rules}\n"}
    plan = loaded({PATH: objective("target: 50"), **settings})
    assert asks_for_past(plan)
    assert not asks_for_past(plan, ["E"])

    verdict = judge(plan, TODAY, past=Past((version(objective("target: 60")),)))
    assert "H801" in {each.rule.code for _, each in verdict.silenced}
    assert "H801" not in {each.rule.code for each in verdict.findings}
