"""The rules of letter H, compared with a past that is given."""

from datetime import date

from okrcli.checks.past import Past
from okrcli.checks.run import check
from tests.checks.history.agreed_texts import LATER, PATH, objective, version
from tests.checks.workspaces import TODAY, found_by, loaded


def test_goalpost_that_moved_is_told_once() -> None:
    before = version(objective("target: 60"), LATER)
    past = Past((before,), against=before)
    assert len(found_by("H801", {PATH: objective("target: 50")}, TODAY, past)) == 1


def test_file_that_cannot_be_read_is_not_called_gone() -> None:
    past = Past((version(objective("target: 60")),))
    codes = {each.rule.code for each in check(loaded({PATH: "title: [\n"}), TODAY, past=past)}
    assert codes == {"E001"}


def test_goalposts_of_a_cycle_that_has_ended_bind_until_the_objective_is_closed() -> None:
    past, ended = Past((version(objective("target: 60")),)), date(2027, 1, 15)

    [finding] = found_by("H801", {PATH: objective("target: 50")}, ended, past)
    assert finding.message.startswith("Target of 2026-Q4/cx/nps was 60")
    closing = "status: closed\nclosing: {date: 2027-01-04, computed: 0.5}\n"
    closed = objective("target: 50", head=closing)
    assert found_by("H801", {PATH: closed}, ended, past) == []
