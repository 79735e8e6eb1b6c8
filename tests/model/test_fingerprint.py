"""Fingerprints: what keeps them, and what makes another one."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.finding import SCHEMA, YAML_SYNTAX, Finding, Place, Severity
from okrcli.model.fingerprint import fingerprints

PATH = "objectives/2026-Q4/cx-leader.yaml"
FINDING = Finding.of(
    SCHEMA,
    Place(PATH, 7, 3),
    "60 is no number.",
    "Write it without quotes.",
    "2026-Q4/cx-leader/nps",
    location=("key_results", 2, "target"),
)

findings = st.builds(
    Finding.of,
    st.sampled_from([SCHEMA, YAML_SYNTAX]),
    st.builds(Place, st.sampled_from([PATH, "okr.yaml"]), st.integers(1, 9), st.integers(1, 9)),
    st.text(),
    ref=st.none() | st.text(),
    location=st.lists(st.text() | st.integers(0, 3)).map(tuple),
)


@pytest.mark.parametrize(
    "changes",
    [
        {"place": Place(PATH, 70, 30)},
        {"message": "61 is no number."},
        {"hint": ""},
        {"severity": Severity.WARNING},
        {"location": ("key_results", 0, "target")},
    ],
)
def test_fingerprint_stays_when_lines_words_or_positions_change(changes: dict[str, Any]) -> None:
    assert fingerprints([replace(FINDING, **changes)]) == fingerprints([FINDING])


@pytest.mark.parametrize(
    "changes",
    [
        {"rule": YAML_SYNTAX},
        {"place": Place("okr.yaml", 7, 3)},
        {"ref": "2026-Q4/cx-leader/csat"},
        {"ref": None},
        {"location": ("key_results", 2, "baseline")},
        {"location": ()},
    ],
)
def test_fingerprint_is_of_rule_file_item_and_field(changes: dict[str, Any]) -> None:
    assert fingerprints([replace(FINDING, **changes)]) != fingerprints([FINDING])


def test_fingerprints_differ_between_the_workspaces_of_a_repository() -> None:
    assert len({*fingerprints([FINDING]), *fingerprints([FINDING], "teams/support")}) == 2


def test_fingerprints_are_the_same_in_every_version() -> None:
    # Baselines and code scanning services keep them.
    assert fingerprints([FINDING, FINDING]) == (
        "4a173b63349c9b7898b142af402394d8",
        "626e777c5913f1433567810e37efdf24",
    )


@given(st.lists(findings))
def test_no_two_fingerprints_are_alike(found: list[Finding]) -> None:
    assert len(set(fingerprints(found))) == len(found)


@given(st.lists(findings, min_size=1), st.data())
def test_fingerprints_of_what_is_left_were_there_before(
    found: list[Finding], data: st.DataObject
) -> None:
    mended = data.draw(st.integers(0, len(found) - 1))
    left = found[:mended] + found[mended + 1 :]

    assert set(fingerprints(left)) < set(fingerprints(found))
