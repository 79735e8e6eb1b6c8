"""`okr review`."""

import json
from pathlib import Path

import pytest

from okrcli.render.review.sections import PURPOSE
from tests.cli.conftest import Okr


def test_review_shows_what_a_person_owns_and_says_what_it_is_not(okr: Okr) -> None:
    ran = okr("review", "--owner", "ana", "--format", "json")
    assert ran.code == 0
    document = json.loads(ran.out)
    assert (document["owner"], document["purpose"]) == ("ana", PURPOSE)
    assert document["key_results"]


def test_review_of_nobody_is_refused(okr: Okr) -> None:
    ran = okr("review")
    assert (ran.code, ran.out) == (2, "")
    assert "--owner" in ran.err


@pytest.mark.parametrize(("option", "name", "nearest"), [("--owner", "anna", "ana")])
def test_review_of_somebody_unknown_names_the_nearest(
    okr: Okr, option: str, name: str, nearest: str
) -> None:
    ran = okr("review", option, name)
    assert (ran.code, ran.out) == (3, "")
    assert f"Did you mean {nearest}?" in ran.err


def test_review_of_an_unknown_cycle_is_refused(okr: Okr) -> None:
    assert okr("review", "--owner", "ana", "--cycle", "2026-Q9").code == 3


def test_review_is_written_to_a_file_too(okr: Okr, tmp_path: Path) -> None:
    file = tmp_path / "review.md"
    ran = okr("review", "--team", "support", "--output", f"markdown={file}")
    assert ran.code == 0
    assert PURPOSE in file.read_text(encoding="utf-8")


def test_review_of_an_earlier_day_ends_there(okr: Okr) -> None:
    ran = okr("review", "--owner", "ana", "--as-of", "2026-10-15", "--format", "json")
    assert json.loads(ran.out)["cycle"]["until"] == "2026-10-15"
