from dataclasses import replace

import pytest

from okrcli.checks import RULES
from okrcli.checks.selection import Selection
from okrcli.model.finding import (
    BAD_READING,
    BAD_REFERENCE,
    SCHEMA,
    Finding,
    Place,
    Severity,
    Silencer,
)
from tests.checks.workspaces import loaded

CX = "objectives/2026-Q4/cx.yaml"
DRAFT = "objectives/2026-Q4/draft.yaml"
OBJECTIVES = {CX: "title: A\n", DRAFT: "title: B\nstatus: draft\n"}


def _severity(path: str, rules: str, finding_severity: Severity = Severity.ERROR) -> Severity:
    plan = loaded({**OBJECTIVES, "okr.yaml": f"version: 1\nrules: {rules}\n"})
    finding = Finding(BAD_READING, Place(path), "Wrong.", severity=finding_severity)
    return Selection.of(plan).with_severity(finding).severity


@pytest.mark.parametrize(
    ("path", "rules", "expected"),
    [
        (CX, "{}", Severity.ERROR),
        (DRAFT, "{}", Severity.WARNING),
        (CX, "{profile: draft}", Severity.WARNING),
        (DRAFT, "{profile: strict}", Severity.WARNING),
        (CX, "{profile: draft, severity: {C702: error}}", Severity.ERROR),
        (DRAFT, "{severity: {C702: error}}", Severity.WARNING),
        (CX, "{severity: {bad-reading: info}}", Severity.INFO),
        (CX, "{severity: {C: warning}}", Severity.WARNING),
    ],
)
def test_severity_is_the_settings_the_profiles_and_the_drafts(
    path: str, rules: str, expected: Severity
) -> None:
    assert _severity(path, rules) is expected


@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.INFO])
def test_draft_raises_no_severity(severity: Severity) -> None:
    assert _severity(DRAFT, "{}", severity) is severity


def test_structure_of_a_draft_stays_an_error() -> None:
    selection = Selection.of(loaded(OBJECTIVES))
    finding = Finding.of(BAD_REFERENCE, Place(DRAFT), "Wrong.")
    assert selection.with_severity(finding) is finding


def test_what_cannot_be_read_keeps_its_severity() -> None:
    settings = "version: 1\nrules: {severity: {E: info}, ignore: [E]}\n"
    selection = Selection.of(loaded({"okr.yaml": settings}))
    finding = Finding.of(SCHEMA, Place(CX), "Wrong.")
    assert selection.with_severity(finding) is finding
    assert selection.silencer_of(finding) is None
    reference = Finding.of(BAD_REFERENCE, Place(CX), "Wrong.")
    assert selection.silencer_of(reference) is Silencer.SETTINGS


@pytest.mark.parametrize(
    ("code", "path", "expected"),
    [
        ("A303", CX, Severity.ERROR),
        ("A303", DRAFT, Severity.WARNING),
        ("A301", CX, Severity.WARNING),
    ],
)
def test_profile_strict_raises_the_rules_that_say_so(
    code: str, path: str, expected: Severity
) -> None:
    settings = "version: 1\nrules: {profile: strict}\n"
    selection = Selection.of(loaded({**OBJECTIVES, "okr.yaml": settings}))
    assert (
        selection.with_severity(Finding.of(RULES[code].id, Place(path), "Wrong.")).severity
        is expected
    )


def test_strict_does_not_raise_a_finding_that_is_milder_than_its_rule() -> None:
    plan = loaded({**OBJECTIVES, "okr.yaml": "version: 1\nrules: {profile: strict}\n"})
    mild = replace(Finding.of(RULES["S102"].id, Place(CX), "Mild."), severity=Severity.INFO)
    assert Selection.of(plan).with_severity(mild).severity is Severity.INFO
