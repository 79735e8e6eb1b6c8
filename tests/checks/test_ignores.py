import pytest

from okrcli.checks.run import check
from okrcli.model.finding import Finding
from tests.checks.workspaces import TODAY, loaded, where

CX = "objectives/2026-Q4/cx.yaml"
TEAMS = {"okr.yaml": "version: 1\nteams: {cx: {name: CX}}\npeople: {ana: {name: Ana}}\n"}
STRICT = {"okr.yaml": TEAMS["okr.yaml"] + "rules: {profile: strict}\n"}


def _checked(text: str, settings: dict[str, str] = TEAMS) -> tuple[Finding, ...]:
    return check(loaded({**settings, CX: text}), TODAY, select=["E"])


@pytest.mark.parametrize("name", ["E004", "e004", "bad-reference", "E"])
def test_comment_silences_the_findings_of_its_line(name: str) -> None:
    assert _checked(f"title: A\nteam: zz  # okr: ignore[{name}] comes in May\n") == ()


def test_comment_does_not_silence_other_lines() -> None:
    text = "title: A\nteam: zz  # okr: ignore[E004] soon\nowner: zoe\n"
    assert where(_checked(text)) == [("E004", 3, CX)]


def test_comment_alone_covers_the_item_below_it_and_what_is_in_it() -> None:
    text = (
        "title: A\nkey_results:\n"
        "  # okr: ignore[E004] the KPI comes with the new survey\n"
        "  - id: a\n    title: A\n    type: binary\n    kpi: npss\n    guards: [npss]\n"
        "  - id: b\n    title: B\n    type: binary\n    kpi: npss\n"
    )
    assert where(_checked(text)) == [("E004", 12, CX)]


def test_comment_can_name_several_rules() -> None:
    text = (
        "title: A\nkey_results:\n  # okr: ignore[E003, E004] merged on Monday\n"
        "  - {id: a, title: A, type: binary, kpi: npss}\n"
    )
    findings = _checked(text)
    assert [each.message for each in findings] == [
        "This comment silences nothing: E003 finds nothing here."
    ]


def test_comment_that_silences_nothing_is_found() -> None:
    (finding,) = _checked("title: A\nteam: cx  # okr: ignore[E004] comes in May\n")
    assert (finding.rule.code, finding.place) == ("E005", (CX, 2, 11))
    assert finding.hint == "Delete E004 from it."


def test_unknown_rule_in_a_comment_is_found_with_the_nearest() -> None:
    (finding,) = _checked("title: A  # okr: ignore[bad-refrence] why not\n")
    assert finding.message == "There is no rule 'bad-refrence'."
    assert finding.hint == "Did you mean 'bad-reference'?"


@pytest.mark.parametrize("comment", ["# okr: ignore", "# okr: ignore[]", "# okr: ignore[ , ]"])
def test_comment_that_names_no_rule_is_found(comment: str) -> None:
    (finding,) = _checked(f"title: A  {comment}\n")
    assert finding.message == "This comment names no rule."


def test_what_cannot_be_read_cannot_be_silenced() -> None:
    findings = _checked("title: A\ntraget: 4  # okr: ignore[E002] later\n")
    assert where(findings) == [("E002", 2, CX), ("E005", 2, CX)]
    assert "cannot be silenced" in findings[1].message


def test_comment_on_a_rule_that_was_not_looked_for_is_left_alone() -> None:
    plan = loaded({**TEAMS, CX: "title: A\nteam: cx  # okr: ignore[E004] comes in May\n"})
    assert check(plan, TODAY, select=["E"], ignore=["E004"]) == ()


def test_missing_reason_is_found_in_profile_strict_alone() -> None:
    text = "title: A\nteam: zz  # okr: ignore[E004]\n"
    assert _checked(text) == ()
    (finding,) = _checked(text, STRICT)
    assert finding.message == "This comment gives no reason."
    assert _checked(text.replace("]", "] comes in May"), STRICT) == ()


def test_lossy_text_can_be_silenced() -> None:
    assert _checked("title: Close ticket #12 # okr: ignore[E006] meant\n") == ()
