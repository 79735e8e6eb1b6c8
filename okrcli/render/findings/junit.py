"""Findings as JUnit XML, which nearly every CI server shows as tests.

The attributes are those that Jenkins' schema knows: a test case can name no file and line of its
own, so they stand in its name and text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from xml.etree import ElementTree as ET

from okrcli.model.finding import Finding, FindingCounts, Severity
from okrcli.next_step import NextStep, StepKind, StepWords
from okrcli.printable import inert
from okrcli.render.findings.summary import summary
from okrcli.render.options import RenderOptions
from okrcli.views.check import CheckOutcome


def render(outcome: CheckOutcome, options: RenderOptions) -> str:
    """Return a suite per file with a case per finding; paths are from the repository's root.

    Errors are failures. Warnings and notes are skipped cases: servers show them, and let the run
    pass as the command does. Without a finding there is one case that passes, for servers that take
    a report without tests for a mistake.
    """
    command = options.words.command(NextStep(StepKind.CHECK))
    root = ET.Element("testsuites", name=command)
    for path, findings in groupby(outcome.findings, key=outcome.path_of):
        _add_suite(root, path, tuple(findings), options.words)
    if not outcome.findings:
        suite = _suite(root, command, 1, FindingCounts())
        ET.SubElement(suite, "testcase", classname=command, name=summary(outcome))
    if outcome.left_out:  # only a suite has properties
        root[0].insert(0, _properties(outcome.left_out))
    root.set("tests", str(len(outcome.findings) or 1))
    root.set("failures", str(outcome.counts.error))
    root.set("errors", "0")
    ET.indent(root)
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document.decode() + "\n"


def _properties(values: Mapping[str, int]) -> ET.Element:
    properties = ET.Element("properties")
    for name, value in values.items():
        ET.SubElement(properties, "property", name=name, value=str(value))
    return properties


def _add_suite(
    root: ET.Element, path: str, findings: tuple[Finding, ...], words: StepWords
) -> None:
    suite = _suite(root, inert(path), len(findings), FindingCounts.of(findings))
    suite.set("file", inert(path))
    for finding, name in zip(findings, _names(findings), strict=True):
        suite.append(_case(finding, name, inert(path), words))


def _suite(root: ET.Element, name: str, tests: int, counts: FindingCounts) -> ET.Element:
    return ET.SubElement(
        root,
        "testsuite",
        name=name,
        tests=str(tests),
        failures=str(counts.error),
        errors="0",
        skipped=str(counts.warning + counts.info),
    )


def _names(findings: Iterable[Finding]) -> Iterator[str]:
    """Return names that stay when lines move; repeated ones numbered, for servers that merge."""
    known: Counter[str] = Counter()
    for finding in findings:
        name = f"{finding.rule.code} {finding.rule.name}: {inert(finding.message)}"
        known[name] += 1
        yield name if known[name] == 1 else f"{name} ({known[name]})"


def _case(finding: Finding, name: str, path: str, words: StepWords) -> ET.Element:
    line, column = finding.place.line, finding.place.column
    case = ET.Element("testcase", classname=path, name=name)
    kind = "failure" if finding.severity is Severity.ERROR else "skipped"
    message = inert(finding.message)
    said = ET.SubElement(case, kind, type=finding.severity.value, message=message)
    hint = inert(words.sentence(finding.hint))
    said.text = f"{path}:{line}:{column}: {message}" + (f"\n{hint}" if hint else "")
    return case
