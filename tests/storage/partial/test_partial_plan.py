from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from okrcli.errors import WorkspaceError
from okrcli.model.plan import Plan
from okrcli.storage.cache.folder import CacheFolder
from okrcli.storage.partial import partial_plan
from okrcli.storage.partial.partial_plan import load_last_values, load_plan_about
from okrcli.storage.workspace import load_plan
from tests.storage.workspaces import paths

OBJECTIVE = "title: Lead\nkey_results:\n  - {id: pace, title: Pace, type: binary}\n"
FILES = {
    "okr.yaml": "version: 1\n",
    "objectives/2026-Q4/first.yaml": OBJECTIVE,
    "objectives/2026-Q4/second.yaml": OBJECTIVE.replace("binary", "metric, kpi: speed"),
    "objectives/2026-Q4/third.yaml": OBJECTIVE,
    "kpis/speed.yaml": "title: Speed\nformula: clicks / hours\n",
    "kpis/clicks.yaml": "title: Clicks\n",
    "kpis/hours.yaml": "title: Hours\n",
    "kpis/other.yaml": "title: Other\n",
    "checkins/1.yaml": "date: 2026-11-20\nby: ana\nreadings: [{kpi: clicks, value: 4}]\n",
    "checkins/2.yaml": "date: 2026-11-20\nby: ana\nreadings: [{kpi: other, value: 4}]\n",
    "checkins/3.yaml": "date: 2026-11-20\nby: ana\nkey_results: [{key_result: third/pace}]\n",
    "checkins/4.yaml": 'date: 2026-11-20\nby: ana\nreadings: [{kpi: "hour\\x73", value: 4}]\n',
}

Loaded = Callable[[str, Mapping[str, str]], set[str]]


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    """Return which files are parsed for a question about one thing."""

    def loaded(ref: str, more: Mapping[str, str]) -> set[str]:
        for path, content in {**FILES, **more}.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content)
        plan = load_plan_about(tmp_path, [ref]).plan
        assert paths(plan) == sorted(paths(plan), key=_as_loaded)
        return {*plan.sources}

    return loaded


def _as_loaded(path: str) -> tuple[int, str]:
    return ["objectives", "kpis", "checkins", "improvements"].index(path.partition("/")[0]), path


ALWAYS = {"okr.yaml", "objectives/2026-Q4/first.yaml", "checkins/4.yaml"}


def test_only_what_names_the_thing_or_its_kpis_is_parsed(loaded: Loaded) -> None:
    assert loaded("second/pace", {}) == ALWAYS | {
        "objectives/2026-Q4/second.yaml",
        "kpis/speed.yaml",
        "kpis/clicks.yaml",
        "kpis/hours.yaml",
        "checkins/1.yaml",
    }
    assert loaded("other", {}) == ALWAYS | {"kpis/other.yaml", "checkins/2.yaml"}


def test_former_names_are_followed(loaded: Loaded) -> None:
    renamed = {"objectives/2026-Q4/second.yaml": f"formerly: [third]\n{OBJECTIVE}"}
    files = loaded("second/pace", renamed)
    assert {"objectives/2026-Q4/second.yaml", "checkins/3.yaml"} <= files


def test_name_that_nothing_has_any_more_is_followed_to_the_only_key_result_of_its_id(
    loaded: Loaded,
) -> None:
    moved = OBJECTIVE.replace("id: pace", "id: tempo")
    more = {f"objectives/2026-Q4/{name}.yaml": moved for name in ("first", "third")}
    assert {"objectives/2026-Q4/third.yaml", "checkins/3.yaml"} <= loaded("second/pace", more)


def test_what_takes_back_a_checkin_is_always_parsed(loaded: Loaded) -> None:
    more = {"checkins/5.yaml": "date: 2026-11-20\nby: ana\nretracted: [{checkin: '1'}]\n"}
    assert "checkins/5.yaml" in loaded("other", more)


def test_key_result_that_is_asked_for_by_its_id_may_be_of_any_objective(loaded: Loaded) -> None:
    files = loaded("pace", {})
    assert {f"objectives/2026-Q4/{name}.yaml" for name in ("first", "second", "third")} <= files


def test_days_of_a_cycle_are_those_of_all_its_objectives(loaded: Loaded) -> None:
    more = {"objectives/2026-Q4/first.yaml": f"added: 2026-11-01\n{OBJECTIVE}"}
    assert "objectives/2026-Q4/second.yaml" in loaded("other", more)


def test_change_is_judged_with_all_definitions_and_the_checkins_about_it(tmp_path: Path) -> None:
    for path, content in FILES.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    plan = load_plan_about(tmp_path, ["second/pace"], is_change=True).plan
    assert {*plan.sources} == FILES.keys() - {"checkins/2.yaml", "checkins/3.yaml"}


def test_folder_without_settings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError):
        load_plan_about(tmp_path, ["nps"])


def test_what_is_asked_about_is_told_by_the_definitions(tmp_path: Path) -> None:
    owned = {"kpis/other.yaml": "title: Other\nowner: ana\n"}
    for path, content in {**FILES, **owned}.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)

    def subjects(plan: Plan) -> list[str]:
        return [kpi.id for kpi in plan.kpis if kpi.owner == "ana"]

    plan = load_plan_about(tmp_path, ["ana"], subjects=subjects).plan
    assert {*plan.sources} == ALWAYS | {"kpis/other.yaml", "checkins/2.yaml"}


@pytest.fixture
def many_values(tmp_path: Path) -> Path:
    """Return the root of a workspace in which one thing was checked in on 60 days."""
    key_result = "  - {id: pace, title: Pace, type: metric, baseline: 0, target: 9}\n"
    objective = f"title: Lead\nkey_results:\n{key_result}"
    files = {
        "okr.yaml": "version: 1\n",
        "objectives/2026-Q4/first.yaml": objective,
        "objectives/2026-Q4/other.yaml": objective.replace("pace", "hours"),
        **{_path(number): _checkin(number, "first/pace") for number in range(60)},
    }
    for path, content in files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return tmp_path


def _path(number: int) -> str:
    return f"checkins/{number:02}.yaml"


def _checkin(number: int, ref: str) -> str:
    day = f"2026-{10 + number // 30}-{1 + number % 30:02}"
    return f"date: {day}\nby: ana\nkey_results: [{{key_result: {ref}, value: {number}}}]\n"


def _parsed(root: Path, *, enough: bool = True) -> list[int]:
    """Return the numbers of the check-ins that are parsed where the last value is *enough*."""
    refs = ["first/pace"]
    part = load_plan_about(root, refs, unsettled=lambda _part, _since: [] if enough else refs)
    return sorted(int(checkin.id) for checkin in part.plan.checkins)


def test_older_checkins_are_not_parsed_where_newer_ones_are_enough(many_values: Path) -> None:
    assert _parsed(many_values) == [*range(44, 60)]


def test_all_are_parsed_where_newer_ones_are_never_enough(many_values: Path) -> None:
    assert _parsed(many_values, enough=False) == [*range(60)]


def test_age_is_told_by_the_days_in_a_file_and_not_by_its_name(many_values: Path) -> None:
    moved = _checkin(1, "first/pace").replace("value: 1", "date: 2026-11-30, value: 1")
    (many_values / _path(1)).write_text(moved)
    assert _parsed(many_values) == [1, *range(45, 60)]


def test_what_takes_back_a_checkin_is_parsed_whatever_its_day(many_values: Path) -> None:
    (many_values / _path(1)).write_text("date: 2026-10-01\nby: ana\nretracted: [{checkin: '59'}]\n")
    assert _parsed(many_values) == [1, *range(44, 60)]


def test_all_are_parsed_where_a_name_of_nothing_may_mean_it(many_values: Path) -> None:
    (many_values / _path(50)).write_text(_checkin(50, "other/pace"))
    assert _parsed(many_values) == [*range(60)]


def test_objective_that_had_a_key_result_is_parsed_to_know_that_its_name_means_it(
    many_values: Path,
) -> None:
    for number in range(51):
        (many_values / _path(number)).write_text(_checkin(number, "other/pace"))
    part = load_plan_about(many_values, ["first/pace"], unsettled=lambda _part, _since: [])

    assert [*part.plan.adopted_names] == [*load_plan(many_values).adopted_names] != []


def test_name_of_nothing_in_a_file_that_is_too_old_is_no_matter(many_values: Path) -> None:
    (many_values / _path(1)).write_text(_checkin(1, "other/pace"))
    assert _parsed(many_values) == [*range(44, 60)]


def test_since_when_all_is_known_is_told(many_values: Path) -> None:
    some = load_plan_about(many_values, ["first/pace"], unsettled=lambda _part, _since: [])
    everything = load_plan_about(many_values, ["first/pace"])
    assert (some.extent.since, everything.extent.since) == (date(2026, 11, 15), None)


@pytest.fixture
def last_values(many_values: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[int]]:
    """Return which check-ins are parsed for the last values where some things are unsettled."""
    monkeypatch.setattr(partial_plan, "FEWEST_OF_ALL", 16)

    def parsed(*unsettled: str, enough: int = 99) -> list[int]:
        asked: list[date] = []

        def is_unsettled(_part: object, since: date) -> Sequence[str]:
            asked.append(since)
            return unsettled if len(asked) <= enough else ()

        part = load_last_values(many_values, lambda _plan: ["first/pace"], is_unsettled)
        assert {path for path in part.plan.sources if "checkins" not in path} == {
            "okr.yaml",
            "objectives/2026-Q4/first.yaml",
            "objectives/2026-Q4/other.yaml",
        }
        assert part.extent.recent == date(2026, 11, 15)
        return sorted(int(checkin.id) for checkin in part.plan.checkins)

    return parsed


def test_newest_checkins_are_parsed_whatever_they_are_about(
    last_values: Callable[..., list[int]], many_values: Path
) -> None:
    (many_values / _path(58)).write_text("date: 2026-11-29\nby: ana\nnote: All is well\n")
    assert last_values() == [*range(44, 60)]


def test_older_ones_are_parsed_that_name_what_is_unsettled(
    last_values: Callable[..., list[int]], many_values: Path
) -> None:
    (many_values / _path(1)).write_text(_checkin(1, "other/hours"))
    assert last_values("other/hours") == [1, *range(44, 60)]
    assert last_values("first/pace", enough=1) == [*range(12, 60)]
    assert last_values("first/pace") == [0, *range(2, 60)]


def test_older_ones_are_parsed_where_a_name_of_nothing_may_mean_it(
    last_values: Callable[..., list[int]], many_values: Path
) -> None:
    (many_values / _path(50)).write_text(_checkin(50, "other/pace"))
    assert last_values() == [*range(60)]


def test_older_ones_are_parsed_that_have_a_name_of_nothing_which_may_mean_it(
    last_values: Callable[..., list[int]], many_values: Path
) -> None:
    (many_values / _path(1)).write_text(_checkin(1, "other/pace"))
    assert last_values("first/pace") == [*range(60)]


def test_all_is_known_where_there_are_few(many_values: Path) -> None:
    part = load_last_values(many_values, lambda _plan: (), lambda _part, _since: ["first/pace"])

    assert len(part.plan.checkins) == 60
    assert part.extent.recent == date.min


def test_more_are_parsed_where_more_things_are_asked_about(
    many_values: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partial_plan, "FEWEST_OF_ALL", 1)
    many = [str(number) for number in range(240)]
    part = load_last_values(many_values, lambda _plan: many, lambda _part, _since: ())

    assert len(part.plan.checkins) == 30


def test_last_values_are_read_from_the_cache_and_leave_the_rest_in_it(
    many_values: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okrcli.storage.workspace.FEWEST_FILES", 1)
    monkeypatch.setattr(partial_plan, "FEWEST_OF_ALL", 20)
    cache = CacheFolder(tmp_path / "cache")
    whole = load_plan(many_values, cache=cache)
    [(path, before)] = cache.files().items()
    part = load_last_values(many_values, lambda _plan: (), lambda _part, _since: (), cache=cache)

    assert part.plan.checkins == whole.checkins[40:]
    assert path.stat().st_ino == before.st_ino
