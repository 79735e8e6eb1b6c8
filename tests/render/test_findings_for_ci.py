"""The formats that CI servers read, against their published schemas and with hostile texts."""

import json
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.finding import LOSSY_TEXT, SCHEMA, Finding, Place, RuleId, Severity, Silencer
from okrcli.model.fingerprint import fingerprints
from okrcli.render import FROM_REPOSITORY
from okrcli.render.findings.markdown import render_within
from okrcli.views.check import CheckOutcome
from tests.render.samples import HOSTILE
from tests.render.test_findings import OUTCOME, rendered

SCHEMAS = Path(__file__).parent.parent / "schemas"
NOTE = RuleId("R405", "business-as-usual", Severity.INFO)
JUNIT = xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")

texts = st.text() | st.sampled_from([HOSTILE, "\ufffe\uffff\x00\x0b", "a\r\nb\x85c\u2028d"])
paths = texts.map(lambda text: text.lstrip("./"))  # from the repository's root
outcomes = st.builds(
    CheckOutcome,
    st.lists(
        st.builds(
            Finding.of,
            st.sampled_from([SCHEMA, LOSSY_TEXT, NOTE]),
            st.builds(Place, paths, st.integers(1), st.integers(1)),
            texts,
            texts,
            st.none() | texts,
        ),
        max_size=5,
    ).map(tuple),
    st.integers(0),
    st.just("") | paths,
    st.just({"E002": HOSTILE}),
    silenced=st.dictionaries(st.sampled_from(Silencer), st.integers(0)),
    accepted=st.integers(0),
)


def validator(name: str) -> Any:
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


SARIF = validator("sarif-2.1.0-rtm.5.json")
GITLAB = validator("gitlab-code-quality.json")


def many(rule: RuleId, count: int) -> tuple[Finding, ...]:
    return tuple(
        Finding.of(rule, Place("kpis/nps.yaml", line), f"{rule.name} {line}")
        for line in range(1, count + 1)
    )


def sarif_run(outcome: CheckOutcome = OUTCOME) -> Any:
    return json.loads(rendered("sarif", outcome))["runs"][0]


def table_rows(markdown: str) -> list[list[str]]:
    """Return the cells of each row of the one table, as a reader of Markdown sees them."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    assert not [each for each in tokens if each.type == "html_block"]
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            children = token.children or []
            assert {each.type for each in children} <= {"text", "text_special"}
            rows[-1].append("".join(each.content for each in children))
    return rows[1:]


@settings(max_examples=30)
@given(outcomes)
def test_sarif_keeps_to_its_schema(outcome: CheckOutcome) -> None:
    SARIF.validate(json.loads(rendered("sarif", outcome)))


@given(outcomes)
def test_gitlab_keeps_to_its_schema(outcome: CheckOutcome) -> None:
    GITLAB.validate(json.loads(rendered("gitlab", outcome)))


@given(outcomes)
def test_junit_keeps_to_its_schema(outcome: CheckOutcome) -> None:
    JUNIT.validate(rendered("junit", outcome))


@pytest.mark.parametrize("schema", [SARIF, GITLAB])
def test_schemas_refuse_what_is_none(schema: Any) -> None:
    with pytest.raises(jsonschema.ValidationError):
        schema.validate([{"runs": []}])


def test_golden_outcome_keeps_to_every_schema() -> None:
    SARIF.validate(json.loads(rendered("sarif")))
    GITLAB.validate(json.loads(rendered("gitlab")))
    JUNIT.validate(rendered("junit"))


@pytest.mark.parametrize("name", sorted(FROM_REPOSITORY - {"sarif"}))
def test_paths_begin_at_the_repository(name: str) -> None:
    assert "teams/support/objectives/2026-Q4/забота.yaml" in rendered(name)


def test_sarif_paths_are_uris_from_the_repository() -> None:
    locations = [each["locations"][0]["physicalLocation"] for each in sarif_run()["results"]]
    paths = [unquote(each["artifactLocation"]["uri"]) for each in locations]

    assert paths == [OUTCOME.path_of(each) for each in OUTCOME.findings]
    assert all(each["artifactLocation"]["uriBaseId"] == "%SRCROOT%" for each in locations)
    assert not any(":" in each["artifactLocation"]["uri"] for each in locations)


def test_sarif_explains_each_rule_that_found_something_once() -> None:
    run = sarif_run()
    rules = run["tool"]["driver"]["rules"]

    assert [each["id"] for each in rules] == ["C702", "E002", "E006", "R405"]
    assert rules[1]["fullDescription"]["text"] == OUTCOME.explanations["E002"]
    assert "okr rule E002" in rules[1]["help"]["text"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_and_gitlab_have_the_severity_of_the_finding_not_of_its_rule() -> None:
    raised = Finding(LOSSY_TEXT, Place("a.yaml"), "Cut.", severity=Severity.ERROR)
    outcome = CheckOutcome((raised, *many(LOSSY_TEXT, 1), *many(NOTE, 1)), 1)

    levels = [each["level"] for each in sarif_run(outcome)["results"]]
    assert levels == ["error", "warning", "note"]
    entries = json.loads(rendered("gitlab", outcome))
    assert [each["severity"] for each in entries] == ["major", "minor", "info"]


def test_sarif_and_gitlab_carry_the_fingerprints() -> None:
    expected = list(fingerprints(OUTCOME.findings, OUTCOME.folder))
    results = sarif_run()["results"]

    assert [each["partialFingerprints"]["okrFinding/v1"] for each in results] == expected
    assert [each["fingerprint"] for each in json.loads(rendered("gitlab"))] == expected


def test_sarif_makes_no_link_of_a_message() -> None:
    messages = [each["message"]["text"] for each in sarif_run()["results"]]

    assert any("[see]" in message for message in messages)
    assert not any("](" in message for message in messages)


@given(outcomes)
def test_junit_counts_what_it_has(outcome: CheckOutcome) -> None:
    root = ET.fromstring(rendered("junit", outcome))  # noqa: S314  our own
    cases = Counter(child.tag for child in root.iterfind(".//testcase/*"))

    assert int(root.get("tests", "")) == len(root.findall(".//testcase")) > 0
    assert int(root.get("failures", "")) == outcome.counts.error == cases["failure"]
    assert outcome.counts.warning + outcome.counts.info == cases["skipped"]
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        assert int(suite.get("failures", "")) == len(suite.findall("*/failure"))
        assert int(suite.get("skipped", "")) == len(suite.findall("*/skipped"))


def test_junit_has_one_passing_case_when_nothing_is_found() -> None:
    root = ET.fromstring(rendered("junit", CheckOutcome((), 7)))  # noqa: S314  our own
    (case,) = root.iterfind(".//testcase")

    assert case.get("name") == "Nothing found in 7 files."
    assert list(case) == []


def test_junit_names_stay_when_lines_move_and_are_told_apart() -> None:
    finding = Finding.of(SCHEMA, Place("a.yaml", 1), "There is no person 'ana'.")
    again = Finding.of(SCHEMA, Place("a.yaml", 9), "There is no person 'ana'.")
    root = ET.fromstring(rendered("junit", CheckOutcome((finding, again), 1)))  # noqa: S314  our own

    name = "E002 schema: There is no person 'ana'."
    assert [each.get("name") for each in root.iter("testcase")] == [name, f"{name} (2)"]


@given(outcomes)
def test_markdown_has_a_row_of_plain_text_for_each_finding(outcome: CheckOutcome) -> None:
    rows = table_rows(rendered("markdown", outcome))

    assert [len(row) for row in rows] == [5] * len(outcome.findings)


def test_markdown_has_the_worst_first() -> None:
    outcome = CheckOutcome((*many(NOTE, 1), *many(LOSSY_TEXT, 1), *many(SCHEMA, 2)), 1)

    assert [row[3] for row in table_rows(rendered("markdown", outcome))] == [
        "schema 1",
        "schema 2",
        "lossy-text 1",
        "business-as-usual 1",
    ]


@pytest.mark.parametrize("size", [500, 1_000, 4_000, 5_400])
def test_markdown_within_a_size_says_what_is_left_out(size: int) -> None:
    outcome = CheckOutcome((*many(LOSSY_TEXT, 20), *many(SCHEMA, 60)), 1)
    text = render_within(outcome, size, COMMAND_LINE)
    table, _, rest = text.partition("\nThere is no room for ")

    assert len(text.encode()) <= size
    assert sum(int(word) for word in rest.split() if word.isdigit()) == 80 - len(table_rows(table))


def test_markdown_within_enough_room_is_the_whole() -> None:
    assert render_within(OUTCOME, 1_000_000, COMMAND_LINE) == rendered("markdown")


def test_github_annotates_ten_of_each_severity_and_logs_the_rest() -> None:
    found = (*many(LOSSY_TEXT, 10), *many(NOTE, 11), *many(SCHEMA, 13))
    lines = rendered("github", CheckOutcome(found, 1, "acme")).splitlines()
    commands = [line.split()[0] for line in lines if line.startswith("::")]

    assert commands == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert lines[30:] == [
        "3 errors, 1 note more, beyond the 10 of each kind that GitHub annotates:",
        "acme/kpis/nps.yaml:11:1: error E002 schema: schema 11",
        "acme/kpis/nps.yaml:12:1: error E002 schema: schema 12",
        "acme/kpis/nps.yaml:13:1: error E002 schema: schema 13",
        "acme/kpis/nps.yaml:11:1: info R405 business-as-usual: business-as-usual 11",
    ]
