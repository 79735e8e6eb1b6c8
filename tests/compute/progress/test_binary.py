"""Done or not done: formula F14, and how it is typed and told."""

from decimal import Decimal

import pytest

from okrcli.compute.progress.base import ParsedAnswer
from okrcli.compute.progress.binary import BinaryMeasure
from okrcli.compute.reports.report import ValueWords
from tests.builders import AnAnswer, Numeric, a_binary, a_kpi, an_entry
from tests.compute.reported import checked_in, with_entries

AUDIT = "2026-Q4/cx-leader/audit"
MEASURE = BinaryMeasure()


@pytest.mark.parametrize(("value", "progress"), [(1, 1), (0, 0), (None, 0), (5, 0), ("0.5", 0)])
def test_f14_binary_is_0_or_1_and_other_values_are_left_out(
    value: Numeric | None, progress: int
) -> None:
    assert checked_in(a_binary(), value).measured.progress == progress


def test_binary_can_be_undone() -> None:
    entries = {"2026-10-05": an_entry(1, AUDIT), "2026-10-12": an_entry(0, AUDIT)}
    assert with_entries(a_binary(), entries).measured.progress == 0


@pytest.mark.parametrize(("value", "word"), [(1, "yes"), (0, "no"), (None, None), (5, None)])
def test_value_is_a_word_where_there_is_one(value: Numeric | None, word: str | None) -> None:
    measured = checked_in(a_binary(), value).measured
    assert measured.words == ValueWords(word, "yes")
    assert not measured.has_trend
    assert value is None or MEASURE.words_of(Decimal(value)) == word


def test_value_of_a_computed_kpi_that_has_none_is_no_word() -> None:
    kpis = a_kpi(id="audit", formula="score / 0"), a_kpi(id="score")
    report = with_entries(a_binary(kpi="audit"), {}, "2026-11-16", *kpis)
    assert report.measured.words == ValueWords(None, "yes")


def test_yes_and_no_are_read_and_told() -> None:
    audit = a_binary()
    for typed, value, text in (("да", 1, "done"), ("no", 0, "not done")):
        parsed = MEASURE.read(audit, AnAnswer(typed))
        assert parsed == ParsedAnswer(Decimal(value))
        assert MEASURE.text_of(audit, parsed, ()) == text
    assert MEASURE.read(audit, AnAnswer()) == ParsedAnswer()
    assert MEASURE.text_of(audit, ParsedAnswer(), ()) == ""


@pytest.mark.parametrize(("value", "refused"), [("1", False), ("0.0", False), ("2", True)])
def test_other_values_than_1_and_0_are_refused(value: str, refused: bool) -> None:
    assert (MEASURE.refusal(a_binary(), AUDIT, Decimal(value)) is not None) == refused
