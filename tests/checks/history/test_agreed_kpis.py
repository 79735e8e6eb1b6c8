from datetime import date

from okrcli.checks.history.agreed_kpis import agreed_kpis
from okrcli.checks.past import Past, Version
from tests.checks.workspaces import TODAY, loaded

READ = date(2026, 10, 14)


def version(day: date, unit: str, head: str = "") -> Version:
    kpis = loaded({"kpis/frt.yaml": f"title: FRT\nunit: {unit}\n{head}"}).kpis
    return Version(day, f"commit of {day}", (), kpis=kpis)


def agreed_units(
    *versions: Version, first: date | None = READ, against: Version | None = None
) -> list[str | None]:
    readings = {"frt": first} if first else {}
    past = Past(versions, first_readings=readings, against=against)
    return [each.promise.kpi.unit for each in agreed_kpis(loaded({}), past, TODAY)]


def test_kpi_is_agreed_as_at_the_end_of_the_day_of_its_first_reading() -> None:
    versions = (
        version(date(2026, 8, 1), "s"),
        version(READ, "min"),
        version(date(2026, 10, 15), "h"),
    )

    assert agreed_units(*versions) == ["min"]
    assert agreed_units(*versions, first=None) == []
    assert agreed_units(*versions, first=TODAY) == []


def test_kpi_that_came_later_is_agreed_as_at_the_end_of_its_first_day() -> None:
    later = date(2026, 11, 2)

    assert agreed_units(version(later, "min"), version(later, "h")) == ["h"]
    assert agreed_units(version(READ, "min", "status: draft\n"), version(later, "h")) == ["h"]


def test_state_that_is_asked_for_binds_what_was_read_by_then() -> None:
    assert agreed_units(against=version(date(2026, 11, 2), "min")) == ["min"]
    assert agreed_units(against=version(date(2026, 10, 1), "min")) == []


def test_computed_kpi_is_agreed_when_all_that_it_is_computed_from_are_read() -> None:
    plan = loaded({"kpis/a.yaml": "title: A\n", "kpis/b.yaml": "title: B\n"})
    kpis = loaded({"kpis/c.yaml": "title: C\nformula: a / b\n"}).kpis
    past = Past((Version(READ, "commit a", (), kpis=kpis),), first_readings={"a": READ})
    both = Past(past.versions, first_readings={"a": READ, "b": READ})

    assert list(agreed_kpis(plan, past, TODAY)) == []
    assert [each.ref for each in agreed_kpis(plan, both, TODAY)] == ["c"]
