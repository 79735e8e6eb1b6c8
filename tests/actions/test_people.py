from pathlib import Path

import pytest

from okrcli.actions.people import remember_address
from okrcli.errors import OkrError
from okrcli.storage.workspace import load_plan

HEAD = "version: 1\nname: Acme # the team's\npeople:\n"


@pytest.mark.parametrize(
    ("person", "after"),
    [
        ("  ana: {name: Ana}\n", "  ana: {name: Ana, email: ana@new.example}\n"),
        (
            "  ana: {name: Ana, email: ana@old.example}  # who leads\n",
            "  ana: {name: Ana, email: [ana@old.example, ana@new.example]}  # who leads\n",
        ),
        (
            "  ana: {name: Ana, email: [a@old.example, b@old.example]}\n",
            "  ana: {name: Ana, email: [a@old.example, b@old.example, ana@new.example]}\n",
        ),
        (
            "  ana:\n    name: Ana\n    github: ana-g\n",
            "  ana:\n    name: Ana\n    email: ana@new.example\n    github: ana-g\n",
        ),
    ],
)
def test_address_is_added_and_nothing_else_changed(tmp_path: Path, person: str, after: str) -> None:
    (tmp_path / "okr.yaml").write_text(HEAD + person)
    change = remember_address(tmp_path, "ana", "ana@new.example")

    (write,) = change.writes
    assert write.content.decode() == HEAD + after
    assert change.message == "Add address: ana\n\nana@new.example is ana's.\n"


@pytest.mark.parametrize("email", ["null", "\n      - a@old.example", "a@old.example"])
def test_address_is_one_of_theirs_then_however_the_file_is_written(
    tmp_path: Path, email: str
) -> None:
    settings = tmp_path / "okr.yaml"
    settings.write_text(f"{HEAD}  ana:\n    name: Ana\n    email: {email}\n")
    (write,) = remember_address(tmp_path, "ana", "ana@new.example").writes
    settings.write_bytes(write.content)

    plan = load_plan(tmp_path)
    assert plan.findings == ()
    assert plan.settings.people["ana"].email[-1] == "ana@new.example"


def test_file_in_which_it_cannot_be_added_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "okr.yaml").write_text(f"{HEAD}  ana: &ana {{name: Ana}}\n  eva: *ana\n")
    with pytest.raises(OkrError):
        remember_address(tmp_path, "eva", "eva@new.example")
