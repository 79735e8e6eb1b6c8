"""Findings of real files are known again after the files have been edited elsewhere."""

from collections.abc import Iterator, Mapping, Sequence

import pytest
from _pytest.mark import ParameterSet

from okrcli.checks import RULES, Example
from okrcli.checks.past import Past
from okrcli.checks.rule import EXAMPLE_DAY
from okrcli.checks.run import check
from okrcli.model.fingerprint import fingerprints
from tests.checks.workspaces import loaded, past_of

CX = "objectives/2026-Q4/cx-leader.yaml"
NPS = "  - {id: nps, title: Raise NPS, type: metric, baseline: 40, target: '60'}\n"
CSAT = "  - {id: csat, title: Raise CSAT, type: metric, baseline: 72, target: 80}\n"
HEAD = "title: Lead the industry\nkey_results:\n"


def _examples() -> Iterator[ParameterSet]:
    for rule in RULES.values():
        for language, example in rule.examples.items():
            yield pytest.param(example, id=f"{rule.code}-{language}")


def _known_by(
    files: Mapping[str, str], select: Sequence[str] = ("E",), past: Past | None = None
) -> tuple[str, ...]:
    return fingerprints(check(loaded(files), EXAMPLE_DAY, select=select, past=past))


@pytest.mark.parametrize("example", list(_examples()))
def test_fingerprints_stay_when_every_line_moves(example: Example) -> None:
    moved = {path: f"# a line more\n{text}" for path, text in example.failing_files.items()}
    past = past_of(example, example.failing_files)

    assert _known_by(moved, (), past) == _known_by(example.failing_files, (), past)
    assert _known_by(moved, (), past)


def test_fingerprints_stay_when_an_item_comes_before() -> None:
    before = _known_by({CX: HEAD + NPS})
    after = _known_by({CX: HEAD + CSAT + NPS})

    assert before
    assert set(before) <= set(after)


@pytest.mark.parametrize("other", ["traget: 5\n", "tragte: 5\n"])
def test_fingerprint_is_another_for_another_field(other: str) -> None:
    found = _known_by({"kpis/nps.yaml": "title: NPS\ntargte: 5\n"})

    assert not set(found) & set(_known_by({"kpis/nps.yaml": f"title: NPS\n{other}"}))


def test_fingerprint_says_which_of_two_missing_keys() -> None:
    metric = "  - {id: nps, title: Raise NPS, type: metric}\n"
    without_id = _known_by({CX: HEAD + metric.replace("id: nps, ", "")})
    without_title = _known_by({CX: HEAD + metric.replace("title: Raise NPS, ", "")})

    assert without_id
    assert not set(without_id) & set(without_title)
