from datetime import date

import pytest

from okrcli.actions.init.samples import is_named_like_a_sample, is_sample, sample_files
from okrcli.model.cycle import Cycle
from okrcli.storage.workspace import plan_of
from tests.builders import Q4

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_samples_are_a_workspace_in_every_language(language: str) -> None:
    plan = plan_of(sample_files(language, 'Café "Uno"', "ana", Q4, TODAY))

    assert plan.findings == ()
    assert (plan.settings.name, plan.settings.language) == ('Café "Uno"', language)
    assert [(each.cycle, each.owner) for each in plan.objectives] == [("2026-Q4", "ana")]
    assert [(each.id, each.owner) for each in plan.kpis] == [("nps", "ana")]


def test_days_lie_in_the_cycle_also_on_its_last_day() -> None:
    plan = plan_of(sample_files("en", "Team", "ana", Q4, date(2026, 12, 31)))

    (objective,) = plan.objectives
    assert {each.start for each in objective.key_results} == {date(2026, 12, 30)}
    target = plan.kpis[0].target
    assert target is not None
    assert target.by == date(2026, 12, 31)


def test_cycle_without_an_end_has_samples_too() -> None:
    files = sample_files("en", "Team", "ana", Cycle("2026-Q4", Q4.start, None), TODAY)

    assert sorted(files) == [
        "kpis/nps.yaml",
        "objectives/2026-Q4/recommended-support.yaml",
        "okr.yaml",
    ]


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_samples_are_told_as_long_as_nobody_changes_them(language: str) -> None:
    files = sample_files(language, "Team", "ana", Q4, TODAY)

    assert not is_sample("okr.yaml", files["okr.yaml"])
    for path in files.keys() - {"okr.yaml"}:
        assert is_sample(path, files[path])
        assert is_sample(path, b"# yaml-language-server: x\n" + files[path].replace(b"\n", b"\r\n"))
        assert is_named_like_a_sample(path)
        assert not is_sample(path, files[path].replace(b"status: draft", b"status: active"))
        assert not is_sample(path, files[path] + b"team: a\n")
        assert not is_sample("checkins/a.yaml", files[path])
    assert not is_named_like_a_sample("kpis/csat.yaml")
