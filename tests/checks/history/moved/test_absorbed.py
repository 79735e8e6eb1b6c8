"""Former names of what was never the same thing."""

from datetime import date

from okrcli.checks.past import Past, Version
from okrcli.model.finding import Finding
from tests.checks.workspaces import TODAY, found_by, loaded

PATH, OTHER = "objectives/2026-Q4/cx.yaml", "objectives/2026-Q4/speed.yaml"
FIRST, SECOND, GONE = date(2026, 9, 20), date(2026, 10, 12), date(2026, 11, 2)


def kpi(*formerly: str) -> str:
    return f"title: A\nunit: points\nformerly: [{', '.join(formerly)}]\n"


def key_result(name: str, *formerly: str) -> str:
    names = ", ".join(formerly)
    return f"  - {{id: {name}, title: T, type: binary, formerly: [{names}]}}\n"


def objective(*key_results: str, head: str = "") -> str:
    return f"title: A\n{head}key_results:\n{''.join(key_results)}"


def version(day: date, files: dict[str, str]) -> Version:
    plan = loaded(files)
    return Version(day, f"commit of {day}", plan.objectives, kpis=plan.kpis)


def found(
    now: dict[str, str], *versions: Version, gone: dict[str, date] | None = None
) -> list[Finding]:
    past = Past(versions, gone=gone or {})
    findings = found_by("H801", now, TODAY, past)
    return [finding for finding in findings if "was there beside it" in finding.message]


def test_kpi_does_not_take_the_readings_of_another() -> None:
    both = version(FIRST, {"kpis/csat.yaml": kpi(), "kpis/nps.yaml": kpi()})
    now = {"kpis/csat.yaml": kpi("nps")}
    [finding] = found(now, both, gone={"kpis/nps.yaml": GONE})

    assert (finding.ref, finding.location, finding.place.line) == ("csat", ("formerly",), 3)
    assert finding.message == (
        "`formerly` of csat names nps, which was there beside it until 2026-11-02: what was "
        "recorded for nps counts for csat."
    )


def test_kpi_that_came_with_the_end_of_the_other_is_that_one() -> None:
    before = version(FIRST, {"kpis/nps.yaml": kpi()})
    for formerly in ((), ("nps",)):  # also where the name was added later
        after = version(GONE, {"kpis/csat.yaml": kpi(*formerly)})
        now = {"kpis/csat.yaml": kpi("nps")}
        assert found(now, before, after, gone={"kpis/nps.yaml": GONE}) == []


def test_kpi_that_said_so_from_its_beginning_is_the_other_one() -> None:
    before = version(FIRST, {"kpis/nps.yaml": kpi()})
    after = version(SECOND, {"kpis/csat.yaml": kpi("nps")})
    now = {"kpis/csat.yaml": kpi("nps")}
    assert found(now, before, after, gone={"kpis/nps.yaml": GONE}) == []


def test_objective_and_key_result_do_not_take_the_names_of_others() -> None:
    both = version(FIRST, {PATH: objective(key_result("a"), key_result("b")), OTHER: objective()})
    head = "formerly: [speed]\n"
    now = {PATH: objective(key_result("a", "b"), head=head)}
    refs = [finding.ref for finding in found(now, both, gone={OTHER: GONE})]

    assert refs == ["2026-Q4/cx", "2026-Q4/cx/a"]


def test_key_result_that_was_renamed_or_moved_is_the_same() -> None:
    before = version(FIRST, {PATH: objective(key_result("a")), OTHER: objective()})
    renamed = {PATH: objective(key_result("b", "a")), OTHER: objective()}
    moved = {PATH: objective(), OTHER: objective(key_result("a", "cx/a"))}
    for now in (renamed, moved):
        assert found(now, before, version(GONE, now)) == []
