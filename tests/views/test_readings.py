from datetime import date
from decimal import Decimal

import pytest

from okrcli.compute.kpis.comparison import Compared, Correction, InForce
from okrcli.model.checkin import DatedReading
from okrcli.views.readings import corrections_in, summaries_of

FIRST, LAST = (DatedReading("nps", date(2026, 11, day), Decimal(47)) for day in (13, 20))
CORRECTION = Correction(FIRST, InForce(Decimal(44), None))


def test_summary_tells_what_is_new_corrects_and_is_there() -> None:
    compared = Compared("nps", FIRST, LAST, [LAST, LAST], [CORRECTION], there=1)

    assert [*summaries_of([compared])] == [
        "nps  2 new, 1 corrects an earlier value, 1 there already; 2026-11-13 to 2026-11-20"
    ]


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 corrects an earlier value"), (1200, "1,200 correct an earlier value")],
)
def test_corrections_agree_with_their_number(count: int, said: str) -> None:
    (line,) = summaries_of([Compared("nps", FIRST, LAST, corrections=[CORRECTION] * count)])

    assert said in line


def test_summary_of_one_day_names_it_once() -> None:
    assert [*summaries_of([Compared("nps", FIRST, FIRST, there=1)])] == [
        "nps  1 there already; 2026-11-13"
    ]


def test_corrections_of_all_kpis_are_gathered() -> None:
    compared = Compared("nps", FIRST, FIRST, corrections=[CORRECTION])

    assert corrections_in([compared, compared]) == [CORRECTION, CORRECTION]
