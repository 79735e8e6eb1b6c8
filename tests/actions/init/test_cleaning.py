from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.init.cleaning import Cleaning, cleaning
from okrcli.actions.init.samples import sample_files
from okrcli.actions.saving import open_saving
from okrcli.errors import HistoryError
from okrcli.storage.schemas import with_modelines
from tests.builders import Q4
from tests.cli.workspaces import write
from tests.faults.disk import everything
from tests.repositories import git, make_committed, make_remote

TODAY = date(2026, 11, 20)
OBJECTIVE = "objectives/2026-Q4/recommended-support.yaml"
SAMPLES = ("kpis/nps.yaml", OBJECTIVE)
CHECKIN = "checkins/2026/a.yaml"
HEAD = "date: 2026-11-19\nby: ana\n"
OF_SAMPLES = (
    f"{HEAD}key_results:\n  - {{key_result: recommended-support/first-response, value: 8}}\n"
    "readings:\n  - {kpi: nps, value: 47}\n"
)
OWN = (
    "title: Customers stay\nkey_results:\n"
    "  - {id: churn, title: Reduce churn from 8 to 4 %, type: metric, baseline: 8, target: 4}\n"
)


def samples(language: str = "en") -> dict[str, str]:
    files = with_modelines(sample_files(language, "Acme", "ana", Q4, TODAY))
    return {path: content.decode() for path, content in files.items()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, samples())
    return tmp_path


def cleaned(root: Path) -> Cleaning:
    """Clean *root*, and return what went."""
    found = cleaning(root, TODAY, None)
    if found.change:
        open_saving(root, commit=False).save(found.change)
    return found


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_samples_and_what_was_checked_in_for_them_go(tmp_path: Path, language: str) -> None:
    files = samples(language)
    objective = next(path for path in files if path.startswith("objectives/"))
    name = objective.rpartition("/")[2].removesuffix(".yaml")
    checkin = OF_SAMPLES.replace("recommended-support", name)
    key_result = "primera-respuesta" if language == "es" else "pervyy-otvet"
    checkin = checkin if language == "en" else checkin.replace("first-response", key_result)
    write(tmp_path, {**files, CHECKIN: checkin})

    found = cleaned(tmp_path)
    assert found.samples == ("kpis/nps.yaml", objective)
    assert found.checkins == (CHECKIN,)
    assert everything(tmp_path) == {"okr.yaml"}
    assert [*found.lines] == [f"  removed  {path}" for path in (*found.samples, CHECKIN)]


def test_sample_that_was_changed_stays_and_keeps_what_it_names(root: Path) -> None:
    write(root, {OBJECTIVE: samples()[OBJECTIVE].replace("title: Become", "title: Be")})

    found = cleaned(root)
    assert found.change is None
    assert found.kept == (
        f"{OBJECTIVE} stays, as it was changed.",
        f"kpis/nps.yaml stays, as {OBJECTIVE} names it.",
    )
    assert [*found.lines] == ["There are no samples to remove."]


def test_sample_that_was_changed_and_names_no_other_stays_alone(root: Path) -> None:
    write(root, {"kpis/nps.yaml": "title: Our own NPS\nunit: points\n"})

    assert cleaned(root).samples == (OBJECTIVE,)
    assert everything(root) == {"okr.yaml", "kpis/nps.yaml"}


def test_sample_that_a_check_in_names_beside_others_stays(root: Path) -> None:
    mixed = f"{OF_SAMPLES}kudos:\n  - {{to: ana, for: Thanks}}\n"
    write(root, {CHECKIN: mixed, "objectives/2026-Q4/own.yaml": OWN})

    found = cleaned(root)
    assert found.samples == ()
    assert {line.partition(" ")[0] for line in found.kept} == {*SAMPLES}
    assert all(CHECKIN in line or OBJECTIVE in line for line in found.kept)


def test_own_files_and_their_check_ins_stay(root: Path) -> None:
    own = f"{HEAD}key_results:\n  - {{key_result: own/churn, value: 7}}\n"
    write(root, {"objectives/2026-Q4/own.yaml": OWN, CHECKIN: own})

    assert cleaned(root).samples == SAMPLES
    assert everything(root) == {"okr.yaml", "objectives/2026-Q4/own.yaml", CHECKIN}


def test_samples_that_went_are_no_samples_again(root: Path) -> None:
    cleaned(root)
    assert [*cleaned(root).lines] == ["There are no samples to remove."]


def test_cleaning_is_one_commit_while_nothing_was_pushed(tmp_path: Path) -> None:
    root = make_committed(tmp_path / "acme", {**samples(), CHECKIN: OF_SAMPLES})
    saving = open_saving(root, commit=True)
    change = cleaning(root, TODAY, saving.repository).change
    assert change is not None
    saving.save(change)

    assert git(root, "show", "--format=%s", "--name-status").splitlines() == [
        "Remove samples: nps, recommended-support",
        "",
        f"D\t{CHECKIN}",
        *(f"D\t{path}" for path in SAMPLES),
    ]


def test_cleaning_is_refused_once_the_samples_were_pushed(tmp_path: Path) -> None:
    root = make_committed(tmp_path / "acme", samples())
    make_remote(root)

    with pytest.raises(HistoryError, match="pushed to origin/"):
        cleaning(root, TODAY, open_saving(root, commit=True).repository)


def test_cleaning_follows_no_link(root: Path) -> None:
    (root / "kpis/nps.yaml").rename(root / "elsewhere.yaml")
    (root / "kpis/nps.yaml").symlink_to(root / "elsewhere.yaml")

    assert cleaned(root).samples == (OBJECTIVE,)
    assert everything(root) == {"okr.yaml", "kpis/nps.yaml", "elsewhere.yaml"}
