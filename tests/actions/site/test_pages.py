"""Which pages a site has, and that a page is made again where anything on it has changed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from okrcli.choices import Audience
from tests.actions.site.sites import DAY, ORIGIN, WORKSPACE, a_site, drawn
from tests.cli.workspaces import write

Edit = Callable[[dict[str, str]], None]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "acme", dict(WORKSPACE))


def test_there_is_a_page_for_each_thing(root: Path) -> None:
    assert set(a_site(root).pages) == {
        "archive.html",
        "check.html",
        "cycles/2026-q3.html",
        "cycles/2026-q4.html",
        "index.html",
        "kpis/csat.html",
        "kpis/nps.html",
        "objectives/2026-q3/north.html",
        "objectives/2026-q4/chat.html",
        "objectives/2026-q4/cx-leader.html",
        "people/ana.html",
        "people/pavel.html",
        "search.html",
        "teams/support.html",
    }


def test_links_lead_to_pages_and_places_that_there_are(root: Path) -> None:
    pages = drawn(a_site(root))
    for path, text in pages.items():
        for href in re.findall(r'href="([^"#:]*)(#[^"]*)?"', text):
            target, place = href
            parts = [*path.split("/")[:-1], *filter(None, target.split("/"))]
            while ".." in parts:
                at = parts.index("..")
                del parts[at - 1 : at + 1]
            found = "/".join(parts) if target else path
            assert found in pages, (path, href)
            if place:
                assert f'id="{place[1:]}"' in pages[found], (path, href)


def test_page_says_of_when_and_of_which_commit_it_is(root: Path) -> None:
    commit = (ORIGIN.commit or "")[:12]
    for text in drawn(a_site(root)).values():
        assert "As of 2026-11-20" in text
        assert f"<code>{commit}</code>" in text
    changed = a_site(root, origin=replace(ORIGIN, is_changed=True))
    assert "with changes that are in no commit" in drawn(changed)["index.html"]


def edited(name: str, old: str, new: str) -> Edit:
    def edit(files: dict[str, str]) -> None:
        assert old in files[name], name
        files[name] = files[name].replace(old, new)

    return edit


def added(name: str, text: str) -> Edit:
    def edit(files: dict[str, str]) -> None:
        files[name] = text

    return edit


def removed(name: str) -> Edit:
    def edit(files: dict[str, str]) -> None:
        del files[name]

    return edit


CX, NPS = "objectives/2026-Q4/cx-leader.yaml", "kpis/nps.yaml"
CHAT = "objectives/2026-Q4/chat.yaml"
SECOND = "checkins/2026/2026-11-20-ana-00000002.yaml"
NEW = "checkins/2026/2026-11-20-ana-00000009.yaml"
HEAD = "date: 2026-11-20\nby: ana\nrecorded: 2026-11-20T12:00:00Z\n"

EDITS: Mapping[str, Edit] = {
    "a check-in": added(
        NEW, f"{HEAD}key_results:\n  - {{key_result: 2026-Q4/chat/wait, value: 5, confidence: 4}}\n"
    ),
    "a reading": added(NEW, f"{HEAD}readings:\n  - {{kpi: nps, value: 61}}\n"),
    "a note on a check-in": edited(
        SECOND, "date: 2026-11-20\n", "date: 2026-11-20\nnote: All in.\n"
    ),
    "thanks": added(NEW, f"{HEAD}kudos:\n  - {{to: pavel, for: the night shift}}\n"),
    "a retraction": added(
        NEW, f"{HEAD}retracted:\n  - {{checkin: 2026-11-20-pavel-00000003, why: Typo}}\n"
    ),
    "a note on an entry": edited(SECOND, "second wave", "third wave"),
    "a title of an objective": edited(CX, "Become the leader", "Be the leader"),
    "a title of a key result": edited(CX, "Raise NPS", "Lift NPS"),
    "a title of a KPI": edited(NPS, "Net Promoter", "Our Promoter"),
    "a reason": edited(CX, "Satisfied customers", "Happy customers"),
    "an initiative": edited(CX, "Second survey wave", "Third survey wave"),
    "a target of a KPI": edited(NPS, "value: 50", "value: 55"),
    "a title that others serve": edited(CX, "customer satisfaction", "customer joy"),
    "progress of what serves": edited(
        "objectives/2026-Q4/chat.yaml", "baseline: 9", "baseline: 12"
    ),
    "a team's name": edited("okr.yaml", "{name: Support}", "{name: Help}"),
    "a person's name": edited("okr.yaml", "{name: Pavel,", "{name: Pável,"),
    "the workspace's name": edited("okr.yaml", "name: Acme Support", "name: Acme Help"),
    "a lesson": edited("objectives/2026-Q3/north.yaml", "Weekly calls", "Daily calls"),
    "an error": edited(SECOND, "value: 18}", "value: 1,5}"),
    "an objective that is gone": removed(CHAT),
    "a KPI that is gone": removed("kpis/csat.yaml"),
    "another owner": edited(CX, "owner: ana", "owner: pavel"),
}


@pytest.mark.parametrize("audience", [Audience.ALL, Audience.TITLES])
@pytest.mark.parametrize("name", EDITS)
def test_pages_that_are_kept_are_those_that_would_be_the_same(
    tmp_path: Path, name: str, audience: Audience
) -> None:
    files = dict(WORKSPACE)
    before = a_site(write(tmp_path / "before", files), audience)
    EDITS[name](files)
    after = a_site(write(tmp_path / "after", files), audience)
    was, now = drawn(before), drawn(after)
    keys = {path: source.key for path, source in before.pages.items()}

    kept = [path for path, source in after.pages.items() if keys.get(path) == source.key]
    assert [path for path in kept if was[path] != now[path]] == []


def test_check_in_changes_the_pages_that_show_it_and_no_others(tmp_path: Path) -> None:
    files = dict(WORKSPACE)
    before = a_site(write(tmp_path / "before", files))
    EDITS["a check-in"](files)
    after = a_site(write(tmp_path / "after", files))

    changed = {path for path in after.pages if after.pages[path].key != before.pages[path].key}
    assert "objectives/2026-q4/chat.html" in changed
    assert changed.isdisjoint(
        {
            "objectives/2026-q3/north.html",
            "kpis/nps.html",
            "archive.html",
            "search.html",
            "check.html",
        }
    )


def test_another_day_changes_every_page(root: Path) -> None:
    today, tomorrow = a_site(root), a_site(root, day=date(2026, 11, 21))

    assert not [path for path in today.pages if today.pages[path].key == tomorrow.pages[path].key]


def test_key_does_not_differ_from_run_to_run_nor_by_the_commit(root: Path) -> None:
    one, other = a_site(root), a_site(root, origin=replace(ORIGIN, commit="f" * 40))

    same = [path for path in one.pages if one.pages[path].key == other.pages[path].key]
    assert set(one.pages) - set(same) == {"index.html"}


def test_entries_link_to_their_files_and_key_results_can_be_checked_in(root: Path) -> None:
    page = drawn(a_site(root))["objectives/2026-q4/cx-leader.html"]

    assert (
        "https://github.com/acme/okrs/blob/main/checkins/2026/2026-11-06-ana-00000001.yaml" in page
    )
    assert page.count("https://github.com/acme/okrs/new/main/checkins/2026/11/20?filename=") == 3
    assert page.count("<pre") == 3


def test_closed_objective_takes_no_check_ins(root: Path) -> None:
    assert "/new/main/" not in drawn(a_site(root))["objectives/2026-q3/north.html"]


def test_empty_workspace_has_a_first_page(tmp_path: Path) -> None:
    root = write(tmp_path, {"okr.yaml": "version: 1\nname: New\n"})
    site = a_site(root)

    assert "There are no objectives here." in drawn(site)["index.html"]
    assert site.frame.as_of == DAY
