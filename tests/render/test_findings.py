"""Every format of findings, whole, and what no format may let through."""

import json

import pytest

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import FINDING_FORMATS, RenderOptions
from okrcli.views.check import CheckOutcome
from tests.render.findings.outcomes import OUTCOME, rendered
from tests.render.golden import assert_golden

FILES = {
    "text": "findings.txt",
    "concise": "findings-concise.txt",
    "json": "findings.json",
    "github": "findings-github.txt",
    "gitlab": "findings-gitlab.json",
    "sarif": "findings.sarif",
    "junit": "findings-junit.xml",
    "markdown": "findings.md",
}


@pytest.mark.parametrize("name", FILES)
def test_findings_are_the_golden_ones(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("okrcli.render.findings.sarif.__version__", "1.2.3")

    assert_golden(FILES[name], rendered(name))


def test_findings_are_the_golden_ones_in_colour() -> None:
    coloured = FINDING_FORMATS["text"](OUTCOME, RenderOptions(COMMAND_LINE, colour=True))

    assert_golden("findings-colour.ansi", coloured)


def test_every_format_has_a_golden_file() -> None:
    assert set(FILES) == set(FINDING_FORMATS)


def test_no_findings_are_no_lines() -> None:
    empty = CheckOutcome((), 3)

    assert [rendered(name, empty) for name in ("text", "concise", "github")] == ["", "", ""]
    assert json.loads(rendered("json", empty))["findings"] == []
