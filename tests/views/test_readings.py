from datetime import date
from decimal import Decimal

import pytest

from okrcli.compute.kpis.comparison import Correction, KpiComparison, ValueInForce
from okrcli.model.readings import DatedReading
from okrcli.views.readings import corrections_in, summaries_of

FIRST, LAST = (DatedReading("nps", date(2026, 11, day), Decimal(47)) for day in (13, 20))
CORRECTION = Correction(FIRST, ValueInForce(Decimal(44), None))


def test_summary_tells_what_is_new_corrects_and_is_there() -> None:
    comparisons = KpiComparison("nps", FIRST, LAST, [LAST, LAST], [CORRECTION], unchanged=1)

    assert [*summaries_of([comparisons])] == [
        "nps  2 new, 1 corrects an earlier value, 1 unchanged; 2026-11-13 to 2026-11-20"
    ]


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 corrects an earlier value"), (1200, "1,200 correct an earlier value")],
)
def test_corrections_agree_with_their_number(count: int, said: str) -> None:
    (line,) = summaries_of([KpiComparison("nps", FIRST, LAST, corrections=[CORRECTION] * count)])

    assert said in line


def test_summary_of_one_day_names_it_once() -> None:
    assert [*summaries_of([KpiComparison("nps", FIRST, FIRST, unchanged=1)])] == [
        "nps  1 unchanged; 2026-11-13"
    ]


def test_corrections_of_all_kpis_are_gathered() -> None:
    comparisons = KpiComparison("nps", FIRST, FIRST, corrections=[CORRECTION])

    assert corrections_in([comparisons, comparisons]) == [CORRECTION, CORRECTION]
