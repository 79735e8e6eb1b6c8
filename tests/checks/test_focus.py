"""The law of a change: what is new of titles is the same as if all titles were read."""

from collections.abc import Mapping
from datetime import date
from unittest.mock import patch

from hypothesis import event, given, settings
from hypothesis import strategies as st

from okrcli.actions.additions import new_findings
from okrcli.checks import titles
from okrcli.checks.focus import Focus
from okrcli.checks.run import check
from okrcli.checks.specific import likeness
from okrcli.model.finding import Finding
from okrcli.model.plan import Plan
from okrcli.storage.workspace import plan_of
from okrcli.wording.titles.statement import Statement, read_statement

_DAY = date(2026, 11, 20)
_SETTINGS = "version: 1\nteams: {care: {name: Care}}\n"
_OBJECTIVES = [
    "Serve customers so well that they stay",
    "Serve customers so well that they stya",
    "Serve our customer so well that the visitors stay",
    "Mejorar la retención de clientes",
    "Grow to 40 %",
    "Grow",
    "Go2Market plan ready",
]
_KEY_RESULTS = [
    "Raise the NPS from 40 to 60",
    "increase NPS from 40 to 60.",
    "Raise NPS of voice from 40 to 60",
    "Raise customer satisfaction from 40 to 60",
    "Raise customer satisfacion from 40 to 60",
    "Raise customers satisfactoin from 40 to 60",
    "Raise customer satisfaction from 40 to 61",
    "Снизить отток клиентов до 3%",
    "Сократить отток клиента до 3%",
    "Launch a new CRM by June",
    "Reach 10 000 followers",
    "Reduce churn from 3 to 5 points",
    "Grow",
]
_GOALS = [
    "baseline: 40\n    target: 60",
    "kpi: n\n    baseline: 40\n    target: 60",
    "kpi: m\n    target: 60",
    "unit: h\n    baseline: 60\n    target: 40",
    "guards: [m]",
]


@st.composite
def _objective(draw: st.DrawFn) -> str:
    key_results = "".join(
        f"  - id: {name}\n    type: metric\n    title: {draw(st.sampled_from(_KEY_RESULTS))}"
        f"{draw(st.sampled_from(['', '', '  # okr: ignore[S102, S107]']))}\n"
        f"    {draw(st.sampled_from(_GOALS))}\n"
        for name in draw(st.sampled_from(["k", "kl", "kk"]))
    )
    status = draw(st.sampled_from(["active", "active", "active", "closed"]))
    title = draw(st.sampled_from(_OBJECTIVES))
    return f"title: {title}\nowner: ana\nstatus: {status}\nkey_results:\n{key_results}"


_kpi = st.builds(
    "title: {}\nunit: {}\ndirection: {}\nbaseline: 40\n".format,
    st.sampled_from(["Followers", "NPS"]),
    st.sampled_from(['"%"', "points", "h"]),
    st.sampled_from(["up", "down"]),
)
_PATHS = [
    *(f"objectives/2026-Q4/{name}.yaml" for name in "abcd"),
    "objectives/2026-Q4/a.yml",
    "objectives/2026-Q3/e.yaml",
    "kpis/n.yaml",
    "kpis/m.yaml",
]


def _of_path(path: str) -> st.SearchStrategy[str]:
    return _kpi if path.startswith("kpis/") else _objective()


@st.composite
def _changes(draw: st.DrawFn) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the files of a workspace before and after one or two files change."""
    before = {path: draw(_of_path(path)) for path in _PATHS if draw(st.integers(0, 4))}
    after = {**before}
    for path in draw(st.lists(st.sampled_from(_PATHS), min_size=1, max_size=2)):
        after.pop(path, None)
        if draw(st.integers(0, 3)):
            after[path] = draw(_of_path(path))
    return before, after


def _plans(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Plan, Plan]:
    old = plan_of({"okr.yaml": _SETTINGS.encode(), **_encoded(before)})
    return old, plan_of({"okr.yaml": _SETTINGS.encode(), **_encoded(after)}, old)


def _encoded(files: Mapping[str, str]) -> Mapping[str, bytes]:
    return {path: text.encode() for path, text in files.items()}


def _identity(finding: Finding) -> tuple[str, str, str]:
    return finding.place.path, finding.rule.code, finding.message


@settings(max_examples=200)
@given(_changes(), st.sampled_from([0, 1, 2, 100]))
def test_new_findings_are_the_same_as_if_all_titles_were_read(
    files: tuple[Mapping[str, str], Mapping[str, str]], most_compared: int
) -> None:
    before, after = _plans(*files)
    known = {*map(_identity, check(before, _DAY, ignore=["C"]))}
    new = [found for found in check(after, _DAY, ignore=["C"]) if _identity(found) not in known]
    with patch.object(likeness, "_MOST_EACH", most_compared):
        assert [*new_findings(before, after, _DAY)] == new
    event(f"about everything: {Focus.of(before, after) is None}, something new: {bool(new)}")
    event(f"said twice: {any(found.rule.code == 'S107' for found in new)}")


def test_change_reads_its_own_titles_and_those_that_are_like_them() -> None:
    def objective(title: str, key_result: str) -> str:
        return f"title: {title}\nkey_results:\n  - {{id: k, type: binary, title: {key_result}}}\n"

    files = {
        f"objectives/2026-Q4/{name}.yaml": objective(f"{name} stay with us", title)
        for name, title in (
            ("hosts", "Renew yearly contracts of hotels on time"),
            ("guests", "Renew yearly contracts of hotells on time"),
            ("callers", "Answer calls within one hour"),
        )
    }
    path = "objectives/2026-Q4/hosts.yaml"
    new = objective("Inns stay with us", "Renew contracts of inns")
    before, after = _plans(files, {**files, path: new})
    read: list[str] = []

    def reading(text: str, *rest: object) -> Statement:
        read.append(text)
        return read_statement(text, *rest)  # type: ignore[arg-type]

    with patch.object(titles, "read_statement", reading):
        [*new_findings(before, after, _DAY)]

    assert sorted(read) == [
        "Inns stay with us",
        "Renew contracts of inns",
        "Renew yearly contracts of hotells on time",
        "Renew yearly contracts of hotels on time",
        "hosts stay with us",
    ]
