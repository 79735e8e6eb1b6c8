import pytest

from tests.checks.workspaces import found_by

FILES = {
    "kpis/nps.yaml": "title: A\nformerly: [score]\n",
    "improvements/nps-falls.yaml": "kpi: nps\nopened: 2026-11-02\n",
    "objectives/2026-Q4/cx.yaml": (
        "title: A\nformerly: [support]\nkey_results: [{id: frt, title: A, type: metric}]\n"
    ),
    "checkins/2026/first.yaml": (
        "date: 2026-11-02\nby: ana\n"
        "key_results: [{key_result: cx/frt, value: 1}]\n"
        "readings: [{kpi: nps, value: 4}]\n"
        "kudos: [{to: zoe, for: help}]\n"
    ),
}


def said(retraction: str) -> list[tuple[str, str]]:
    text = f"date: 2026-11-03\nby: ana\nretracted: [{{{retraction}, why: w}}]\n"
    files = {**FILES, "checkins/2026/second.yaml": text}
    found = found_by("E004", files)
    return [
        (finding.message, str(finding.location[-1]))
        for finding in found
        if finding.place.path.startswith("checkins")
    ]


@pytest.mark.parametrize(
    "retraction",
    [
        "checkin: first",
        "checkin: first, key_result: cx/frt",
        "checkin: first, key_result: 2026-Q4/support/frt",
        "checkin: first, kpi: nps",
        "checkin: first, kpi: score",
        "checkin: first, kudos: zoe",
        "checkin: gone, erased: true",
    ],
)
def test_retraction_names_what_is_there_or_was_erased(retraction: str) -> None:
    assert said(retraction) == []


@pytest.mark.parametrize(
    ("retraction", "message", "key"),
    [
        ("checkin: frist", "There is no check-in 'frist'.", "checkin"),
        ("checkin: second", "The check-in second retracts itself.", "checkin"),
        (
            "checkin: first, key_result: cx/nps",
            "The check-in first says nothing there about 'cx/nps'.",
            "key_result",
        ),
        ("checkin: first, kpi: csat", "The check-in first says nothing there about 'csat'.", "kpi"),
        (
            "checkin: first, kudos: ana",
            "The check-in first says nothing there about 'ana'.",
            "kudos",
        ),
    ],
)
def test_retraction_of_nothing_is_found(retraction: str, message: str, key: str) -> None:
    assert said(retraction) == [(message, key)]


def test_check_in_that_was_retracted_first_and_erased_later_is_missed_by_neither() -> None:
    assert said("checkin: gone}, {checkin: gone, erased: true") == []
