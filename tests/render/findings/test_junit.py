from collections import Counter
from xml.etree import ElementTree as ET

from hypothesis import given

from okrcli.model.finding import SCHEMA, Finding, Place
from okrcli.views.check import CheckOutcome
from tests.render.findings.outcomes import JUNIT, outcomes, rendered


@given(outcomes)
def test_junit_keeps_to_its_schema(outcome: CheckOutcome) -> None:
    JUNIT.validate(rendered("junit", outcome))


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
