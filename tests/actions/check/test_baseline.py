import json
from pathlib import Path
from typing import Any

import pytest

from okrcli.actions.check import baseline
from okrcli.actions.check.baseline import accepted_in, without_accepted
from okrcli.errors import UsageError
from okrcli.model.finding import BAD_REFERENCE, Finding, Place
from okrcli.model.fingerprint import BASELINE_SCHEMA, fingerprints
from okrcli.next_step import NextStep, StepKind

FINDINGS = [
    Finding.of(BAD_REFERENCE, Place("kpis/nps.yaml", line), f"Wrong {line}.", location=("serves",))
    for line in (1, 2, 3)
]


def refusal(file: Path) -> UsageError:
    with pytest.raises(UsageError) as refused:
        accepted_in(file)
    return refused.value


def a_baseline(tmp_path: Path, content: Any) -> Path:
    file = tmp_path / "baseline.json"
    file.write_text(json.dumps(content) if not isinstance(content, str) else content)
    return file


def test_accepted_findings_are_those_of_the_file(tmp_path: Path) -> None:
    accepted = [{"fingerprint": each} for each in fingerprints(FINDINGS)[:2]]
    file = a_baseline(tmp_path, {"schema": BASELINE_SCHEMA, "accepted": accepted})

    assert without_accepted(FINDINGS, accepted_in(file)) == (FINDINGS[2],)
    assert without_accepted(FINDINGS, frozenset()) == tuple(FINDINGS)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "null",
        '{"accepted": []}',
        {"schema": "okrcli.baseline/99", "accepted": []},
        {"schema": BASELINE_SCHEMA},
        {"schema": BASELINE_SCHEMA, "accepted": [{"code": "M202"}]},
        {"schema": BASELINE_SCHEMA, "accepted": 5},
        "[" * 100_000,
    ],
    ids=lambda content: str(content)[:20],
)
def test_other_files_are_refused_with_the_way_to_a_new_one(tmp_path: Path, content: Any) -> None:
    error = refusal(a_baseline(tmp_path, content))

    assert "baseline.json" in error.message
    assert error.hints == (NextStep(StepKind.WRITE_BASELINE, str(tmp_path / "baseline.json")),)


def test_file_that_cannot_be_read_is_refused_with_the_reason(tmp_path: Path) -> None:
    assert "cannot be read: No such file or directory." in refusal(tmp_path / "none").message
    assert "cannot be read: " in refusal(tmp_path).message
    assert "cannot be read: " in refusal(Path("a\0b")).message


def test_file_of_the_largest_size_is_read_and_no_larger_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = a_baseline(tmp_path, {"schema": BASELINE_SCHEMA, "accepted": []})
    size = file.stat().st_size

    monkeypatch.setattr(baseline, "MAX_BYTES", size)
    assert accepted_in(file) == frozenset()
    monkeypatch.setattr(baseline, "MAX_BYTES", size - 1)
    assert f"has more than {size - 1:,} bytes" in refusal(file).message
