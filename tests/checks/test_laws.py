from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from okrcli.checks import RULES
from okrcli.checks.run import check, structure_findings
from okrcli.model.objective import Objective
from tests.builders import a_kpi, a_plan
from tests.checks.workspaces import TODAY, loaded

TEXTS = [
    files
    for rule in RULES.values()
    for example in rule.examples.values()
    for files in (example.failing_files, example.passing_files)
]
WORDS = (
    "Raise reduce NPS de del 15% с до 40 60 hours $X and y и while Q2 2026 a по за 3 месяца varios"
    " quarter четверть \u201a 1.234,5 second segundo 31.02.2026 \u2014 \u00a0 C\u0420M fiscal FY27"
    " III 29/02 next следующего manteniendo без потерь [..] XX 5x -3pp <2 1 200 1:30 2x"
)
_CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")
TITLES = st.text(_CHARACTERS, max_size=60) | st.lists(
    st.sampled_from(WORDS.split(" ")), max_size=12
).map(" ".join)


@st.composite
def damaged_files(draw: st.DrawFn) -> Mapping[str, str]:
    """Return an example's files, some of them merged with another's, with lines missing."""
    files = {**draw(st.sampled_from(TEXTS)), **draw(st.sampled_from(TEXTS))}
    return {
        path: "".join(
            line for line in text.splitlines(keepends=True) if draw(st.integers(0, 9)) or not line
        )
        for path, text in files.items()
    }


@settings(max_examples=150, deadline=None)
@given(damaged_files())
def test_damaged_files_give_findings_and_never_an_exception(files: Mapping[str, str]) -> None:
    assert all(each.message and each.place.path for each in check(loaded(files), TODAY))


@settings(max_examples=100, deadline=None)
@given(damaged_files())
def test_findings_are_sorted_and_the_same_on_every_run(files: Mapping[str, str]) -> None:
    first, again = check(loaded(files), TODAY), check(loaded(files), TODAY)
    assert first == again
    assert [each.sort_key for each in first] == sorted(each.sort_key for each in first)


@settings(max_examples=100, deadline=None)
@given(damaged_files())
def test_structure_findings_are_the_checks_own_of_letter_e(files: Mapping[str, str]) -> None:
    plan = loaded(files)
    assert structure_findings(plan) == check(plan, TODAY, select=["E"])


@settings(max_examples=300, deadline=None)
@given(
    title=TITLES.filter(str.strip),
    objective=TITLES.filter(str.strip),
    baseline=st.none() | st.decimals(-9999, 9999, places=1),
    aim=st.sampled_from(
        [{"target": 60}, {"change": "+15%"}, {"change": "-3pp"}, {"target": [1, 5]}, {}]
    ),
    kind=st.sampled_from(["metric", "binary"]),
    kpi=st.sampled_from([None, "csat"]),
    due=st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)
def test_any_title_gives_findings_and_never_an_exception(
    *,
    title: str,
    objective: str,
    baseline: Decimal | None,
    aim: Mapping[str, Any],
    kind: str,
    kpi: str | None,
    due: date | None,
) -> None:
    numbers = {"baseline": baseline, **aim} if kind == "metric" else {}
    fields = {"id": "a", "title": title, "type": kind, "kpi": kpi, "due": due, **numbers}
    given_fields = {key: value for key, value in fields.items() if value is not None}
    record = Objective.model_validate(
        {
            "path": "objectives/2026/cx.yaml",
            "id": "cx",
            "cycle": "2026",
            "title": objective,
            "key_results": [given_fields, {**given_fields, "id": "b"}],
        }
    )
    found = check(a_plan(record, a_kpi(id="csat", title=title)), TODAY)
    assert all(each.message.endswith((".", "?")) for each in found)
