from dataclasses import replace

import pytest

from okrcli.checks.context import CheckContext
from okrcli.checks.history.corrected import only_refused_entries_changed
from okrcli.checks.past import Rewrite
from tests.checks.workspaces import TODAY, loaded

PATH = "checkins/2026/2026-11-20-ana-00000001.yaml"
KPIS = {"kpis/nps.yaml": "title: NPS\nbounds: [-100, 100]\n", "kpis/csat.yaml": "title: C\n"}
GOOD, BAD, RIGHT = (
    "{kpi: csat, value: 80}",
    "{kpi: nps, value: 140}",
    "{kpi: nps, value: 40}",
)


def checkin(*readings: str, by: str = "ana") -> str:
    return f"date: 2026-11-20\nby: {by}\nreadings: [{', '.join(readings)}]\n"


def is_corrected(before: str, now: str | None) -> bool:
    files = {PATH: now} if now is not None else {}
    context = CheckContext(loaded({**KPIS, **files}), TODAY)
    committed = replace(loaded({PATH: before}))
    return only_refused_entries_changed(
        context, Rewrite(PATH, "edited", "a commit", None, committed)
    )


@pytest.mark.parametrize(
    "now",
    [checkin(GOOD, BAD), checkin(GOOD, RIGHT), checkin(GOOD), checkin(RIGHT, GOOD)],
)
def test_entry_that_was_refused_may_be_corrected_or_taken_out(now: str) -> None:
    assert is_corrected(checkin(GOOD, BAD), now)


@pytest.mark.parametrize(
    "now",
    [
        checkin(RIGHT),
        checkin("{kpi: csat, value: 81}", RIGHT),
        checkin(GOOD, RIGHT, "{kpi: csat, value: 81}"),
        checkin(GOOD, RIGHT, by="zoe"),
        None,
    ],
)
def test_what_counted_stays_and_no_more_comes_than_was_refused(now: str | None) -> None:
    assert not is_corrected(checkin(GOOD, BAD), now)


def test_file_that_could_not_be_read_may_be_mended_and_one_that_is_gone_may_not() -> None:
    broken = loaded({PATH: "date: [\n"})
    context = CheckContext(loaded({PATH: checkin(GOOD), **KPIS}), TODAY)
    edited = Rewrite(PATH, "edited", "a commit", None, broken)

    assert only_refused_entries_changed(context, edited)
    assert not only_refused_entries_changed(context, replace(edited, how="deleted"))
    assert not only_refused_entries_changed(context, replace(edited, before=None))
