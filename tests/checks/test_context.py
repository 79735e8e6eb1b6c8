from datetime import date

import pytest

from okrcli.checks.context import CheckContext
from okrcli.checks.subjects import KeyResultSubject, Subject
from okrcli.model.settings import Settings
from tests.checks.workspaces import TODAY, loaded

KEY_RESULT = "key_results:\n  - {id: nps, title: Raise NPS, type: metric, target: 60}\n"


def context(day: date = TODAY, settings: Settings | None = None, **statuses: str) -> CheckContext:
    """Return the context of objectives, their status by id."""
    files = {
        f"objectives/2026-Q4/{name}.yaml": f"title: T\nstatus: {status}\n{KEY_RESULT}"
        for name, status in statuses.items()
    }
    return CheckContext(loaded(files), day, settings=settings)


def test_what_is_closed_or_cancelled_is_not_judged() -> None:
    found = context(a="draft", b="active", c="closed", d="cancelled")

    assert [each.ref for each in found.objectives] == ["2026-Q4/a", "2026-Q4/b"]
    assert [each.ref for each in found.key_results] == ["2026-Q4/a/nps", "2026-Q4/b/nps"]


@pytest.mark.parametrize(
    ("day", "refs"),
    [
        (date(2026, 9, 30), set()),
        (date(2026, 10, 1), {"2026-Q4/b/nps"}),
        (date(2026, 12, 31), {"2026-Q4/b/nps"}),
        (date(2027, 1, 1), set()),
    ],
)
def test_active_key_results_are_reported_while_their_cycle_runs(day: date, refs: set[str]) -> None:
    assert context(day, a="draft", b="active").reports.keys() == refs


def test_entries_with_an_error_are_refused_before_anything_is_judged() -> None:
    files = {
        "kpis/nps.yaml": "title: NPS\nbounds: [-100, 100]\n",
        "checkins/2026/a.yaml": (
            "date: 2026-11-20\nby: ana\n"
            "readings: [{kpi: nps, value: 140}, {kpi: nps, date: 2026-11-19, value: 4}]\n"
        ),
    }
    found = CheckContext(loaded(files), TODAY)

    assert [each.value for each in found.plan.checkins[0].readings] == [4]
    assert [each.kpi for each in found.plan.refused] == ["nps"]


def test_own_settings_judge_unless_others_are_given() -> None:
    own, other = context(a="active"), Settings(name="Earlier")
    judged = context(settings=other, a="active")

    assert own.judges is own.plan.settings
    assert own.as_judged is own
    assert judged.judges is other
    assert judged.as_judged.plan.settings is other
    assert judged.as_judged.plan.objectives == judged.plan.objectives


def test_titles_are_read_in_the_language_of_their_file() -> None:
    text = f"title: Subir\nlanguage: es\n{KEY_RESULT.replace('Raise NPS', 'Subir el NPS')}"
    found = CheckContext(loaded({"objectives/2026-Q4/a.yaml": text}), TODAY)

    subjects: list[Subject | KeyResultSubject] = [*found.objectives, *found.key_results]
    assert [found.title_of(each).lang for each in subjects] == ["es", "es"]
    assert found.title_of(found.key_results[0]) is found.title_of(found.key_results[0])


def test_titles_that_were_read_before_are_not_read_again() -> None:
    before = context(a="active")
    assert CheckContext(before.plan, TODAY, reader=before.titles).titles is before.titles
    assert context(a="active").titles is not before.titles
