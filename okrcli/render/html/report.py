"""The report as one page: nothing is loaded, and nothing runs."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from markupsafe import Markup

from okrcli.choices import Audience, ReportSort
from okrcli.compute.reports.order import by_team
from okrcli.compute.reports.report import Pace, Report
from okrcli.compute.rounding import count_text
from okrcli.model.finding import Severity
from okrcli.render.drawing.style import PACES, SEVERITIES, STATUSES, Look
from okrcli.render.html import kpis, objectives
from okrcli.render.html.attention import attention_rows
from okrcli.render.html.charts.svg import element
from okrcli.render.html.charts.tree import tree_chart
from okrcli.render.html.environment import render_page
from okrcli.render.html.figures import Figure, figures
from okrcli.render.html.links import Links, NoLinks
from okrcli.render.html.looks import Status
from okrcli.render.html.tree import tree_item
from okrcli.render.options import RenderOptions
from okrcli.render.text.heading import findings_text, pace_counts, reporting_text, time_text
from okrcli.render.text.improving import plans_by_kpi, plans_for_others
from okrcli.render.text.kinds import by_kind
from okrcli.render.text.refused import refused_text
from okrcli.render.text.since import since_text
from okrcli.render.text.summary import is_scored, lesson_lines, lesson_title, summary_rows
from okrcli.render.text.week import said_this_week
from okrcli.views.report_page import ReportPage

MOST_OPEN = 24
"""On a page with more charts they are folded away."""


class Tile(NamedTuple):
    """How many objectives have one pace."""

    number: int
    status: Status


class Group(NamedTuple):
    """Rows of a table below the *name* of a team or kind; no name if there is only one."""

    name: str
    rows: Sequence[Any]


class Table(NamedTuple):
    """All objectives or KPIs with their charts; *columns* are those that are not empty."""

    title: str
    groups: Sequence[Group]
    columns: frozenset[str]
    figures: Sequence[Figure]


class Lesson(NamedTuple):
    """What was learned of one objective."""

    title: str
    lines: Sequence[tuple[str, str]]


def render(report: Report, options: RenderOptions) -> str:
    """Return *report* as a page."""
    page = ReportPage.of(report)
    return render_page("report.html", site=None, page=report_values(page, options, NoLinks()))


def report_values(page: ReportPage, options: RenderOptions, links: Links) -> dict[str, Any]:
    """Return what the template of a report shows of *page*."""
    summary = page.summary if page.summary and page.summary.objectives else None
    return {
        **heading_values(page, options, links),
        "objectives": objective_table(page, options.sort or ReportSort.PACE, alone=options.summary),
        "kpis": NOTHING if options.summary else kpi_table(page),
        "open": Markup(" open") if len(page.sheets) <= MOST_OPEN else Markup(""),
        "summary": list(summary_rows(summary)) if summary else [],
        "lessons": list(_lessons(page)) if page.audience is Audience.ALL else [],
        "plans": list(_other_plans(page)),
        "tree": [tree_item(root) for root in page.tree.roots] if page.tree else [],
        "tree_chart": tree_chart(page.tree) if page.tree else Markup(""),
    }


def heading_values(page: ReportPage, options: RenderOptions, links: Links) -> dict[str, Any]:
    """Return what stands above and below the tables of *page*."""
    agreed = [objective for objective in page.objectives if objective.status != "draft"]
    is_over = is_scored(page)
    return {
        "workspace": page.workspace,
        "heading": page.workspace,
        "lang": lang(page.language),
        "links": links,
        "cycle": page.cycle.id,
        "facts": list(_facts(page)),
        "elapsed": _time_bar(page.elapsed),
        "notices": list(_notices(page, options)),
        "tiles": list(_tiles(page)),
        **_reporting(reporting_text(agreed)),
        "attention": attention_rows(page, links),
        "progress": "Score" if is_over else "Progress",
        "has_bars": not is_over,
        "shows_owners": page.audience is Audience.ALL,
        "shows_concerns": page.audience is not Audience.SCORE,
        "said": list(said_this_week(page, str)),
        "as_of": page.as_of,
        "revision": (page.revision or "")[:12],
    }


def lang(language: str) -> Markup:
    """Return the attribute that says in which *language* a text is; the page is in English."""
    return Markup("") if language == "en" else Markup(' lang="{}"').format(language)


def _facts(page: ReportPage) -> Iterator[str]:
    yield page.cycle.id
    yield f"as of {page.as_of}"
    if page.revision:
        yield f"at {page.revision[:12]}"
    yield time_text(page)


def _time_bar(share: Decimal) -> Markup:
    bar = element("rect", width=float(share) * 100, height=3)
    return element(
        "svg",
        bar,
        class_="elapsed",
        viewBox="0 0 100 3",
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def _notices(page: ReportPage, options: RenderOptions) -> Iterator[Status]:
    """Yield what nobody should overlook: entries left out, errors in files, what is known since."""
    if page.left_out:
        said = refused_text(page.left_out, options.words)
        yield Status.of(SEVERITIES[Severity.ERROR], said)
    if found := findings_text(page, options.words):
        severity, text = found
        yield Status.of(SEVERITIES[severity], text)
    if page.since:
        yield Status.of(SEVERITIES[Severity.INFO], since_text(page))


def _tiles(page: ReportPage) -> Iterator[Tile]:
    """Yield the number of objectives at each pace, the worst first, and of drafts."""
    agreed = [objective for objective in page.objectives if objective.status != "draft"]
    for look, count in pace_counts(agreed):
        word = "without data" if look is PACES[Pace.NO_DATA] else look.word
        yield _tile(count, look, f"{_noun(count)} {word}")
    if drafts := len(page.objectives) - len(agreed):
        yield _tile(drafts, STATUSES["draft"], f"draft {_noun(drafts)}")


def _tile(number: int, look: Look, words: str) -> Tile:
    return Tile(number, Status.of(look, words))


def _noun(count: int) -> str:
    return count_text(count, "objective").partition(" ")[2]


def _reporting(text: str) -> dict[str, str]:
    """Return how many key results have a value, as a large number and what it counts."""
    count, _, words = text.partition(" key result")
    return {"reporting_count": count, "reporting": f"key result{words}"}


NOTHING = Table("KPIs", (), frozenset(), ())

_OF_VALUES = frozenset({"now", "goal", "checkin", "reading"})
"""The columns of numbers and days, which not everybody sees."""


def objective_table(page: ReportPage, sort: ReportSort, *, alone: bool = False) -> Table:
    """Return the objectives of *page* by team, with the charts of their key results.

    Args:
        page: The page.
        sort: Which objective comes first.
        alone: Whether key results have no rows of their own.
    """
    teams = list(by_team(page, sort))
    groups = [
        Group(
            team.name if len(teams) > 1 else "",
            [
                objectives.objective_row(
                    objective, page.as_of, is_over=is_scored(page), alone=alone
                )
                for objective in team.objectives
            ],
        )
        for team in teams
    ]
    columns = objectives.columns_of([row for group in groups for row in group.rows])
    columns -= _OF_VALUES if page.audience is Audience.SCORE else frozenset()
    refs = (
        key_result.ref
        for team in teams
        for objective in team.objectives
        for key_result in objective.key_results
    )
    return Table("Objectives", groups, columns, _figures(refs, page))


def kpi_table(page: ReportPage) -> Table:
    """Return the KPIs of *page* by kind, with their charts."""
    plans = plans_by_kpi(page.improvements)
    kinds = list(by_kind(page.kpis))
    groups = [
        Group(
            title if len(kinds) > 1 else "",
            [kpis.kpi_row(kpi, plans.get(kpi.id, ()), page.as_of) for kpi in alike],
        )
        for title, alike in kinds
    ]
    columns = kpis.columns_of([row for group in groups for row in group.rows])
    columns -= _OF_VALUES if page.audience is Audience.SCORE else frozenset()
    shown = _figures((kpi.id for _, alike in kinds for kpi in alike), page)
    return Table(kinds[0][0] if len(kinds) == 1 else "KPIs", groups, columns, shown)


def _figures(refs: Iterable[str], page: ReportPage) -> Sequence[Figure]:
    return list(figures(page.sheets[ref] for ref in refs if ref in page.sheets))


def _other_plans(page: ReportPage) -> Iterator[Status]:
    for plan in plans_for_others(page):
        yield kpis.plan_status(plan, None, page.as_of, {plan.kpi: plan.kpi})


def _lessons(page: ReportPage) -> Iterator[Lesson]:
    for lessons in page.summary.lessons if page.summary else ():
        lines = list(lesson_lines(lessons))
        if lines:
            yield Lesson(lesson_title(lessons), lines)
