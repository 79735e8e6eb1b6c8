"""Whose settings judge what is compared with an earlier state."""

from okrcli.checks.settings import settings_that_judge
from okrcli.model.settings import Settings
from tests.checks.workspaces import loaded


def settings(text: str) -> Settings:
    return loaded({"okr.yaml": f"version: 1\n{text}"}).settings


def test_own_settings_judge_where_nothing_is_compared() -> None:
    own = settings("name: Ours\n")
    assert settings_that_judge(own, None) is own


def test_earlier_settings_decide_and_what_is_new_comes_in() -> None:
    earlier = settings(
        "rules: {profile: strict}\ncheckin: {grace_days: 1}\nstatus: {on_track: 0.05}\n"
        "people:\n  ana: {name: Ana, email: a@x.org}\n"
        "cycles:\n  push: {start: 2026-10-01}\n  pull: {start: 2026-10-01}\n"
    )
    amendment = "{date: 2026-10-05, field: start, was: 2026-10-01, now: 2026-10-02, why: w}"
    now = settings(
        "name: New\nrules: {ignore: [H]}\ncheckin: {grace_days: 99}\n"
        "people:\n  ana: {name: Ana, email: evil@x.org}\n  eva: {name: Eva}\n"
        "cycles:\n  push: {start: 2026-12-01}\n  next: {start: 2027-01-01}\n"
        f"  pull:\n    start: 2026-10-02\n    amendments: [{amendment}]\n"
    )
    judging = settings_that_judge(now, earlier)

    assert judging.name == "New"
    assert (judging.rules, judging.checkin, judging.status) == (
        earlier.rules,
        earlier.checkin,
        earlier.status,
    )
    assert judging.people == {**now.people, "ana": earlier.people["ana"]}
    assert judging.cycles == {**now.cycles, "push": earlier.cycles["push"]}
