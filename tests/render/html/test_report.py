"""The page of a report: what stands where, and what it may not do."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings

from okrcli.actions.report import report_on
from okrcli.actions.report_page import report_page
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.compute.reports.report import Pace, Report
from okrcli.render.html.environment import hash_of
from okrcli.render.html.report import lang, render
from okrcli.render.options import RenderOptions
from tests.builders import a_checkin, a_key_result, a_kpi, a_plan, a_reading, an_entry, an_objective
from tests.render import samples
from tests.render.report.drawn import ANY_TEXT, titled

VOID = {"meta", "input"}


class Outline(HTMLParser):
    """Tags that are open, ids, headings and what a page would load or run."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.active: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if facts.get("id"):
            self.ids.append(facts["id"] or "")
        if re.fullmatch(r"h\d", tag):
            self.headings.append(int(tag[1]))
        if tag in {"script", "iframe", "img", "link", "object", "base", "form"}:
            self.active.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in {"src", "style", "srcset", "action"}:
                self.active.append(name)
            if name == "href" and not (value or "").startswith("#"):
                self.active.append(f"href {value}")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def outline(page: str) -> Outline:
    parser = Outline()
    parser.feed(page)
    assert parser.open == []
    return parser


def drawn(report: Report | None = None, **options: Any) -> str:
    return render(report or samples.full_report(), RenderOptions(COMMAND_LINE, **options))


def test_page_is_whole_and_its_places_have_different_names() -> None:
    found = outline(drawn())

    assert len(found.ids) == len(set(found.ids))
    assert found.headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(found.headings))


def test_page_loads_and_runs_nothing() -> None:
    assert outline(drawn()).active == []


def test_policy_allows_the_one_style_and_nothing_else() -> None:
    page = drawn()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert policy
    assert style

    assert policy[1].replace("&#39;", "'") == (
        f"default-src 'none'; style-src {hash_of(style[1])}; base-uri 'none'; form-action 'none'"
    )


@given(ANY_TEXT)
@settings(max_examples=40)
def test_no_text_becomes_markup(title: str) -> None:
    hostile = f'{title}"><script>alert(1)</script><img src=x onerror=alert(1)>'
    found = outline(drawn(titled(hostile)))

    assert found.active == []


def test_attention_stands_before_the_objectives() -> None:
    page = drawn()

    assert page.index('id="attention"') < page.index('id="objectives"') < page.index('id="kpis"')


def test_nothing_is_said_by_colour_alone() -> None:
    page = drawn()

    for pace in (Pace.AT_RISK, Pace.OFF_TRACK):
        word = pace.value.replace("_", " ")
        assert re.search(rf'class="s \w+">{word}', page)


def test_tiles_say_that_they_count_objectives() -> None:
    paces = (Pace.OFF_TRACK, Pace.OFF_TRACK, Pace.AT_RISK, Pace.NO_DATA)
    objectives = [
        samples.an_objective(f"2026-Q4/o{count}", pace=pace) for count, pace in enumerate(paces)
    ]
    draft = samples.an_objective("2026-Q4/draft", status="draft", pace=None)
    text = drawn(samples.a_report(objectives=(*objectives, draft)))

    shown = ["2</strong> objectives off track", "1</strong> objective at risk"]
    shown += ["1</strong> objective without data", "1</strong> draft objective"]
    assert [words for words in shown if words not in text] == []


def test_report_without_objectives_says_so() -> None:
    page = drawn(samples.a_report(objectives=(), kpis=(), attention=()))

    assert "There are no objectives here." in page
    assert outline(page).headings[0] == 1


def test_texts_are_marked_as_being_in_the_language_of_the_workspace() -> None:
    assert lang("en") == ""
    assert lang("ru") == ' lang="ru"'


def whole_page(**limits: Any) -> str:
    objective = an_objective(a_key_result(kpi="nps"), id="cx")
    parent = an_objective(a_key_result(), id="growth")
    plan = a_plan(
        parent,
        objective.model_copy(update={"parent": "2026-Q4/growth"}),
        a_kpi(60),
        a_checkin("2026-10-09", a_reading(42), an_entry(None, "cx/nps", confidence=6)),
        a_checkin("2026-11-20", a_reading(47), an_entry(None, "cx/nps", confidence=7)),
    )
    report = report_on(plan, samples.DAY)
    return drawn(report_page(report, plan, whole=True, **limits))


def test_page_of_a_plan_has_charts_with_their_values_and_a_tree() -> None:
    page = whole_page()

    assert page.count('class="chart"') == 2
    assert page.count('class="tree"') == 1
    assert page.count("<summary>Values") == 2
    assert outline(page).active == []


@pytest.mark.parametrize("is_open", [True, False])
def test_many_charts_are_folded_away(monkeypatch: pytest.MonkeyPatch, *, is_open: bool) -> None:
    monkeypatch.setattr("okrcli.render.html.report.MOST_OPEN", 99 if is_open else 1)

    assert ('<details class="charts" open>' in whole_page()) is is_open
