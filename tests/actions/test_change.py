from pathlib import Path

from okrcli.actions.change import Change
from okrcli.storage.files import Removal, Write

OLD, NEW = Path("/team/kpis/nps.yaml"), Path("/team/kpis/our_nps.yaml")


def test_files_of_a_change_are_all_that_it_touches() -> None:
    change = Change((Write(NEW, b"title: NPS\n"),), "Rename a KPI\n", removals=(Removal(OLD, b""),))

    assert change.files == (NEW, OLD)
    assert Change((), "Nothing\n").files == ()
