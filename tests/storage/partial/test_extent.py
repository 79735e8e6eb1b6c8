from dataclasses import replace
from datetime import date

from okrcli.model.finding import BAD_READING, Finding, Place
from okrcli.model.plan import Plan
from okrcli.model.refused import RefusedEntry
from okrcli.model.settings import Settings
from okrcli.storage.partial.extent import Extent
from okrcli.storage.partial.needs import Needs
from tests.builders import a_key_result, a_kpi, an_objective

OLD, NEW = date(2026, 11, 2), date(2026, 11, 16)
PLAN = Plan(
    Settings(),
    (an_objective(a_key_result(id="hours"), a_key_result(id="other")),),
    (a_kpi(id="csat"),),
)


def _refused(day: date, key_result: str | None = None, kpi: str | None = None) -> RefusedEntry:
    place = Place(f"checkins/{day}-{key_result or kpi}.yaml")
    finding = Finding.of(BAD_READING, place, "It is wrong.")
    return RefusedEntry(
        path=place.path,
        location=("key_results", 0),
        place=place,
        day=day,
        findings=(finding,),
        key_result=key_result and f"2026-Q4/cx-leader/{key_result}",
        kpi=kpi,
    )


ENTRIES = tuple(
    _refused(day, key_result, kpi)
    for day in (OLD, NEW)
    for key_result, kpi in (("hours", None), ("other", None), (None, "csat"))
)
JUDGED = replace(
    PLAN, refused=ENTRIES, findings=tuple(found for entry in ENTRIES for found in entry.findings)
)


def _left(extent: Extent) -> list[str]:
    plan = extent.restrict(JUDGED)
    paths = [entry.path for entry in plan.refused]
    assert [finding.place.path for finding in plan.findings] == paths
    return [path.removeprefix("checkins/2026-11-").removesuffix(".yaml") for path in paths]


def test_refused_entries_about_other_things_are_left_out() -> None:
    assert _left(Extent(Needs(PLAN, ("hours",)))) == ["02-hours", "16-hours"]
    assert _left(Extent(Needs(PLAN, ("csat",)))) == ["02-csat", "16-csat"]


def test_refused_entries_from_before_all_is_known_are_left_out() -> None:
    assert _left(Extent(Needs(PLAN, ("hours",)), since=NEW)) == ["16-hours"]


def test_refused_entries_about_anything_are_kept_where_all_is_known_about_anything() -> None:
    new = ["16-hours", "16-other", "16-csat"]
    assert _left(Extent(Needs(PLAN, ()), recent=NEW)) == new
    assert _left(Extent(Needs(PLAN, ("hours",)), recent=NEW)) == ["02-hours", *new]


def test_plan_of_which_all_is_known_stays_as_it_is() -> None:
    assert Extent(Needs(PLAN, ()), recent=OLD).restrict(JUDGED) is JUDGED
