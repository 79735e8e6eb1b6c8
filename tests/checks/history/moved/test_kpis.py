from datetime import date

import pytest

from okrcli.checks.past import Past, Version
from okrcli.model.finding import Finding
from tests.checks.workspaces import TODAY, found_by, loaded

PATH = "kpis/nps.yaml"
READ = date(2026, 10, 5)
KPI = "title: NPS\nunit: points\ndirection: up\n"
HEAD = "{date: 2026-11-02, why: w, approved_by: ana, "


def found(before: str, now: dict[str, str], first: date | None = READ) -> list[Finding]:
    version = Version(date(2026, 8, 1), "commit 1a2b3c4d", (), kpis=loaded({PATH: before}).kpis)
    readings = {"nps": first, "a": READ, "b": READ} if first else {}
    return found_by("H801", now, TODAY, Past((version,), first_readings=readings))


@pytest.mark.parametrize(
    ("field", "was", "now"),
    [
        ("direction", "up", "down"),
        ("unit", "points", "'%'"),
        ("warning", "30", "300"),
        ("baseline", "40", "50"),
        ("target", "{value: 60, by: 2026-12-31}", "{value: 50, by: 2026-12-31}"),
        ("bounds", "[0, 100]", "[0, 200]"),
        ("aggregate", "sum", "mean"),
        ("survey", "{type: nps, scale: [0, 10]}", "{type: nps, scale: [0, 5]}"),
        ("segments", "[voice, chat]", "[voice]"),
    ],
)
def test_goalpost_of_a_kpi_moves_by_an_amendment_only(field: str, was: str, now: str) -> None:
    own = "".join(line for line in KPI.splitlines(keepends=True) if not line.startswith(field))
    before, after = (f"{own}{field}: {value}\n" for value in (was, now))
    amendment = f"amendments: [{HEAD}field: {field}, was: {was}, now: {now}}}]\n"
    [finding] = found(before, {PATH: after})

    assert finding.location == (field,)
    said = f"{field.capitalize()} of nps was {was} in commit 1a2b3c4d and is {now}"
    assert said.replace("'", "") in finding.message
    assert found(before, {PATH: after + amendment}) == []
    assert found(before, {PATH: after}, first=None) == []
    assert found(before, {PATH: after}, first=TODAY) == []


def test_target_is_amended_by_its_value_alone() -> None:
    before, after = (f"{KPI}target: {{value: {aim}, by: 2026-12-31}}\n" for aim in (60, 50))
    amendment = f"amendments: [{HEAD}field: target, was: 60, now: 50}}]\n"

    assert found(before, {PATH: after + amendment}) == []
    later = after.replace("2026-12-31", "2027-12-31")
    assert len(found(before, {PATH: later + amendment})) == 1
    first = f"amendments: [{HEAD}field: target, was: null, now: 50}}]\n"
    assert found(KPI, {PATH: f"{KPI}target: {{value: 50}}\n{first}"}) == []


def test_new_segments_words_and_owners_are_free() -> None:
    now = KPI.replace("NPS", "Promoters") + "segments: [voice, chat]\nowner: ana\ncadence: daily\n"

    assert found(f"{KPI}segments: [voice]\n", {PATH: now}) == []


def test_unit_with_a_factor_takes_with_it_what_is_in_the_unit() -> None:
    before = "title: FRT\nunit: min\nbaseline: 600\nwarning: 30\nbounds: [0, null]\n"
    after = "title: FRT\nunit: h\nbaseline: 10\nwarning: 0.5\nbounds: [0, null]\n"
    amendment = f"amendments: [{HEAD}field: unit, was: min, now: h, factor: 1/60}}]\n"

    assert found(before, {PATH: after + amendment}) == []


def test_kpi_with_readings_is_not_deleted_but_may_be_put_aside() -> None:
    [finding] = found(KPI, {})

    assert finding.message == ("The KPI nps of commit 1a2b3c4d is gone, although it has readings.")
    assert finding.place.path == PATH
    assert found(KPI, {PATH: f"{KPI}status: draft\n"}) == []


def test_renamed_kpi_is_bound_by_what_it_was() -> None:
    renamed = f"{KPI}formerly: [nps]\n"

    assert found(KPI, {"kpis/promoters.yaml": renamed}, first=None) == []
    version = Version(date(2026, 8, 1), "commit 1a2b3c4d", (), kpis=loaded({PATH: KPI}).kpis)
    past = Past((version,), first_readings={"promoters": READ})
    flipped = {"kpis/promoters.yaml": renamed.replace("up", "down")}
    assert len(found_by("H801", flipped, TODAY, past)) == 1


def test_formula_that_names_a_renamed_kpi_has_not_moved() -> None:
    kpis = {"kpis/c.yaml": f"{KPI}formerly: [a]\n", "kpis/b.yaml": KPI}

    assert found(f"{KPI}formula: a / b\n", {**kpis, PATH: f"{KPI}formula: c / b\n"}) == []
    assert len(found(f"{KPI}formula: a / b\n", {**kpis, PATH: f"{KPI}formula: b / c\n"})) == 1


def test_formula_that_was_amended_before_what_it_names_was_renamed_has_not_moved() -> None:
    kpis = {"kpis/c.yaml": f"{KPI}formerly: [a]\n", "kpis/b.yaml": KPI}
    said = "{date: 2026-10-05, field: formula, was: a / b, now: b / a, why: w}"
    amended = f"{KPI}formula: b / c\namendments:\n  - {said}\n"

    assert found(f"{KPI}formula: a / b\n", {**kpis, PATH: amended}) == []
