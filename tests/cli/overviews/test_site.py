"""`okr site`, from the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.live.bars import at_once, screen_of
from tests.repositories import git


def test_site_is_written_and_the_second_time_only_what_has_changed(okr: Okr, root: Path) -> None:
    folder = root.parent / "site"
    first = okr("site", str(folder))
    assert first.code == 0, first.err
    assert "new or changed, 0 as before." in first.out
    assert (folder / "index.html").exists()
    assert ": 0 new or changed" in okr("site", str(folder)).out

    okr("checkin", "cx-leader/hours", "15", "--confidence", "7")
    again = okr("site", str(folder))
    assert ": 0 new or changed" not in again.out
    assert ", 0 as before" not in again.out
    assert "15 h" in (folder / "objectives/2026-q4/cx-leader.html").read_text("utf-8")


def test_site_changes_nothing_of_the_workspace(okr: Okr, root: Path) -> None:
    assert okr("site", str(root.parent / "site")).code == 0

    assert git(root, "status", "--porcelain") == ""


def test_folder_that_holds_other_files_is_refused(okr: Okr, root: Path) -> None:
    folder = root.parent / "site"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    ran = okr("site", str(folder))

    assert ran.code == 3
    assert "holds files that are not pages of a site: mine.txt" in ran.err
    assert [file.name for file in folder.iterdir()] == ["mine.txt"]


def test_link_of_a_checkout_is_not_followed(okr: Okr, root: Path) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (root / "public").symlink_to(outside)
    ran = okr("site", "public")

    assert ran.code == 3
    assert "goes through the link" in ran.err
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("audience", ["titles", "score"])
def test_wider_audience_gets_fewer_pages(okr: Okr, root: Path, audience: str) -> None:
    folder = root.parent / "site"
    assert okr("site", str(folder), "--publish", audience).code == 0

    assert not (folder / "people").exists()
    assert not (folder / "check.html").exists()
    assert (folder / "search.html").exists() is (audience == "titles")


def test_site_for_another_audience_leaves_nothing_of_the_first(okr: Okr, root: Path) -> None:
    folder = root.parent / "site"
    okr("site", str(folder))
    assert okr("site", str(folder), "--publish", "score").code == 0

    text = "".join(file.read_text("utf-8") for file in folder.rglob("*.html"))
    assert "Raise NPS" not in text
    assert not (folder / "kpis").exists()


def test_first_page_is_opened(okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def opening(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", opening)
    okr("site", str(root.parent / "site"), "--open")

    assert opened == [(root.parent / "site/index.html").as_uri()]


def test_where_there_is_no_browser_the_page_is_named(
    okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webbrowser.open", lambda _address: False)
    ran = okr("site", str(root.parent / "site"), "--open")

    assert "There is no browser here." in ran.out


def test_links_lead_to_the_branch_that_is_named(okr: Okr, root: Path) -> None:
    git(root, "remote", "add", "origin", "https://ana:s3cret@github.com/acme/okrs.git")
    folder = root.parent / "site"
    okr("site", str(folder), "--branch", "release")
    text = "".join(file.read_text("utf-8") for file in folder.rglob("*") if file.is_file())

    assert "https://github.com/acme/okrs/blob/release/" in text
    assert "s3cret" not in text


def test_bar_shows_on_a_terminal_what_is_being_done(
    okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okrcli.cli.live.progress._begin_later", at_once())
    screen = screen_of(monkeypatch)
    ran = okr("site", str(root.parent / "site"))

    assert ran.code == 0
    assert "Reading files" in screen.getvalue()
    assert "Comparing pages" in screen.getvalue()
    assert "Comparing" not in ran.out
