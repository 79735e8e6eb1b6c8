import pytest

from okrcli.checks.past import Past
from okrcli.model.finding import Finding
from tests.checks.history.agreed_texts import PATH, amended, moved, objective, version
from tests.checks.workspaces import TODAY, found_by


@pytest.mark.parametrize(
    ("kind", "field", "was", "now"),
    [
        ("metric", "baseline", "40", "45"),
        ("metric", "target", "60", "50"),
        ("metric", "target", "[20, 30]", "[20, 35]"),
        ("metric", "change", "+15%", "+15pp"),
        ("metric", "weight", "2", "1"),
        ("metric", "due", "2026-11-30", "2026-12-31"),
        ("metric", "start", "2026-10-01", "2026-11-01"),
        ("maintain", "at_least", "90", "80"),
        ("maintain", "at_most", "90", "100"),
        ("maintain", "cadence", "weekly", "quarterly"),
        ("metric", "unit", "min", "h"),
        ("metric", "kpi", "frt", "speed"),
        ("metric", "measure_by", "2026-10-31", "2026-11-30"),
    ],
)
def test_goalpost_moves_by_an_amendment_only(kind: str, field: str, was: str, now: str) -> None:
    bound = ["at_most: 95"] * (field == "cadence")
    before, after = (f"{field}: {was}", *bound), (f"{field}: {now}", *bound)
    amendment = amended((was, now), field=field)
    [finding] = moved(objective(*before, kind=kind), objective(*after, kind=kind))

    assert finding.location == ("key_results", 0, field)
    assert finding.place.line == 6
    assert f"was {was} in commit 1a2b3c4d and is {now}, without an amendment." in finding.message
    assert f"`was: {was}`, `now: {now}`" in str(finding.hint)
    assert moved(objective(*before, kind=kind), objective(*after, *amendment, kind=kind)) == []


def test_kpi_that_was_amended_between_its_renames_has_not_moved() -> None:
    first = "title: First\ndirection: up\nformerly: [frt, reply]\n"
    kpis = {"kpis/first_reply.yaml": first, "kpis/speed.yaml": "title: Speed\ndirection: up\n"}
    past = Past((version(objective("kpi: frt")),))

    def found(now: str, *pairs: tuple[str, str]) -> list[Finding]:
        text = objective(f"kpi: {now}", *amended(*pairs, field="kpi"))
        return found_by("H801", {PATH: text, **kpis}, TODAY, past)

    assert found("speed", ("reply", "speed")) == []
    assert found("first_reply", ("reply", "speed"), ("speed", "reply")) == []
    assert len(found("first_reply", ("reply", "speed"))) == 1


def test_removed_target_was_and_is_null() -> None:
    [finding] = moved(objective("target: 60"), objective("baseline: 40"))[1:]
    assert "Target of 2026-Q4/cx/nps was 60 in commit 1a2b3c4d and is null" in finding.message


def test_same_value_in_other_words_has_not_moved() -> None:
    assert moved(objective("target: 60"), objective("target: 60.0", "weight: 1")) == []


def test_other_type_is_another_key_result() -> None:
    [finding] = moved(objective("target: 60"), objective(kind="binary"))
    assert finding.location == ("key_results", 0, "type")


def test_title_binds_where_it_is_the_goal() -> None:
    def titled(title: str, kind: str) -> str:
        return objective(kind=kind).replace("title: T", f"title: {title}")

    [finding] = moved(titled("Open in Lima", "binary"), titled("Look for a shop", "binary"))
    assert finding.message.startswith("Title of 2026-Q4/cx/nps was Open in Lima in commit")
    assert moved(titled("A", "metric"), titled("B", "metric")) == []


def test_cadence_of_reminders_is_free() -> None:
    assert moved(objective("cadence: weekly"), objective("cadence: monthly")) == []


def test_key_result_is_given_up_openly() -> None:
    dropped = "dropped: {date: 2026-11-02, why: w, approved_by: ana}"

    assert moved(objective("target: 60"), objective("target: 60", dropped)) == []
    assert len(moved(objective("target: 60"), objective("target: 50", dropped))) == 1


def test_key_result_that_is_gone_is_found_with_its_name() -> None:
    [finding] = moved(objective("target: 60"), "title: Delight\n")

    assert finding.ref == "2026-Q4/cx/nps"
    assert "to give it up openly, add `dropped:" in str(finding.hint)


def test_day_until_which_a_baseline_is_measured_lapses_with_it() -> None:
    before = objective("baseline: unknown", "measure_by: 2026-10-31", "target: 60")
    measured = objective(
        "baseline: 40", "target: 60", *amended(("unknown", "40"), field="baseline")
    )
    given_up = objective("target: 60", *amended(("unknown", "null"), field="baseline"))

    assert moved(before, measured) == []
    assert [finding.location[-1] for finding in moved(before, given_up)] == ["measure_by"]


def test_renamed_kpi_is_the_same() -> None:
    kpis = {"kpis/reply.yaml": "title: A\nformerly: [frt]\n"}
    past = Past((version(objective("kpi: frt")),))

    assert found_by("H801", {PATH: objective("kpi: reply"), **kpis}, TODAY, past) == []
    assert len(found_by("H801", {PATH: objective("kpi: nps"), **kpis}, TODAY, past)) == 1


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("objectives/2027-Q1/next.yaml", "active", "is 2027-Q1/next/nps now, after its cycle"),
        ("objectives/2026-Q4/idea.yaml", "draft", "is in 2026-Q4/idea now, after its cycle began"),
    ],
)
def test_key_result_does_not_come_free_by_a_former_name(path: str, status: str, said: str) -> None:
    left = "title: Delight\nkey_results:\n  - {id: calls, title: C, type: binary}\n"
    before = version(f"{objective('target: 60')}{left.partition('results:')[2][1:]}")
    come = objective("target: 60", "formerly: [2026-Q4/cx/nps]", head=f"status: {status}\n")
    [finding] = found_by("H801", {PATH: left, path: come}, TODAY, Past((before,)))

    assert finding.location == ("key_results", 0, "formerly")
    assert said in finding.message
    assert "Put it back into 2026-Q4/cx; to give it up openly" in str(finding.hint)
