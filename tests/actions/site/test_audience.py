"""A wider audience sees what it may see and nothing else, wherever it stands."""

import json
import re
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import yaml

from okrcli.actions.site.audience import report_for
from okrcli.choices import Audience
from tests.actions.site.sites import WORKSPACE, a_site, built, drawn
from tests.cli.workspaces import write
from tests.render.samples import full_report

PEOPLE = {"by", "to", "who", "approved_by", "owner", "lead"}
"""The keys whose values are people."""

WORDS = {"why", "note", "for", "because", "worked", "did_not", "next", "cause", "outcome"}
"""The keys whose values are what people wrote."""

TITLES = {"title", "name", "unit"}
"""The keys whose values say what is aimed at and measured."""

IMPROVEMENT = {
    "kpi": "csat",
    "opened": "2026-11-02",
    "owner": "ana",
    "cause": {"type": "process", "note": "No handover."},
    "goal": {"value": 48, "by": "2026-12-18"},
    "actions": [{"title": "Write it down", "owner": "pavel", "due": "2026-11-10"}],
}


class Marker:
    """Replaces each word of a workspace by one that nothing else holds, and remembers it."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self.of: dict[str, set[str]] = {"people": set(), "words": set(), "titles": set()}

    def marked(self, files: Mapping[str, str]) -> dict[str, str]:
        return {
            name: json.dumps(self._walk(yaml.safe_load(text), ""), default=str)
            for name, text in files.items()
        }

    def _walk(self, value: Any, key: str) -> Any:
        if isinstance(value, dict):
            return {name: self._walk(part, str(name)) for name, part in value.items()}
        if isinstance(value, list):
            return [self._walk(part, key) for part in value]
        kinds = {"words": WORDS, "titles": TITLES}
        for kind, keys in kinds.items():
            if key in keys and isinstance(value, str):
                word = f"{kind}zz{next(self._numbers)}zz"
                self.of[kind].add(word)
                return word
        return value


@pytest.fixture
def marker() -> Marker:
    return Marker()


@pytest.fixture
def root(tmp_path: Path, marker: Marker) -> Path:
    files = {**WORKSPACE, "improvements/csat-2026-11-02.yaml": json.dumps(IMPROVEMENT)}
    renamed = {
        name.replace("-ana-", "-anazz-").replace("-pavel-", "-pavelzz-"): text
        for name, text in files.items()
    }
    texts = {
        name: text.replace("ana", "anazz").replace("pavel", "pavelzz")
        for name, text in renamed.items()
    }
    return write(tmp_path / "acme", marker.marked(texts))


def published(root: Path, folder: Path, audience: Audience) -> str:
    """Return all that is written for *audience*, with the names of the files."""
    built(root, folder, a_site(root, audience))
    parts = [
        f"{file.relative_to(folder).as_posix()}\n{file.read_text(encoding='utf-8')}"
        for file in folder.rglob("*")
        if file.is_file()
    ]
    return re.sub(r"<style>.*?</style>", "", "\n".join(parts), flags=re.DOTALL)


def test_everything_stands_on_a_site_for_all(root: Path, tmp_path: Path, marker: Marker) -> None:
    text = published(root, tmp_path / "site", Audience.ALL)

    missing = [word for words in marker.of.values() for word in words if word not in text]
    assert len(missing) <= 4, missing
    assert "anazz" in text


def test_titles_come_without_people_and_what_they_wrote(
    root: Path, tmp_path: Path, marker: Marker
) -> None:
    text = published(root, tmp_path / "site", Audience.TITLES)

    assert [word for word in marker.of["words"] if word in text] == []
    assert [who for who in ("anazz", "pavelzz", "ana@") if who in text] == []
    assert "github.com" not in text
    assert "checkins/" not in text
    assert [word for word in marker.of["titles"] if word in text]


def test_scores_come_without_any_words_names_or_numbers_of_ours(
    root: Path, tmp_path: Path, marker: Marker
) -> None:
    text = published(root, tmp_path / "site", Audience.SCORE)

    assert [word for words in marker.of.values() for word in words if word in text] == []
    own = ("anazz", "pavelzz", "cx-leader", "chat", "support", "sales", "nps", "csat", "hours")
    assert [name for name in own if name in text] == []
    assert "github.com" not in text
    assert ">17.5<" not in text
    assert "Objective 1" in text
    assert "Key result 1.1" in text


def test_progress_and_pace_are_the_same_for_every_audience() -> None:
    report = full_report()
    ways = [
        [
            (objective.progress, objective.pace)
            for objective in report_for(report, audience).objectives
        ]
        for audience in Audience
    ]

    assert ways[0] == ways[1] == ways[2]


def test_nothing_is_said_of_what_an_audience_does_not_see(root: Path) -> None:
    pages = drawn(a_site(root, Audience.SCORE))

    for text in pages.values():
        assert "never" not in text
        assert "Nothing needs attention" not in text
