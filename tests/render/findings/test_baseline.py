import json

from okrcli.actions.check.baseline import without_accepted
from okrcli.model.finding import BAD_REFERENCE, LOSSY_TEXT, Finding, Place
from okrcli.model.fingerprint import BASELINE_SCHEMA
from okrcli.render.findings.baseline import baseline_text

FINDINGS = (
    Finding.of(BAD_REFERENCE, Place("kpis/b.yaml", 3), "Wrong.", ref="b", location=("serves",)),
    Finding.of(LOSSY_TEXT, Place("kpis/b.yaml", 2), "Odd.", ref="b", location=("unit",)),
    Finding.of(BAD_REFERENCE, Place("kpis/a.yaml", 9), "Wrong.", location=("serves",)),
)


def test_file_names_its_schema_and_each_finding_by_path_and_rule() -> None:
    document = json.loads(baseline_text(FINDINGS))

    assert document["schema"] == BASELINE_SCHEMA
    assert [(each["path"], each["rule"], each["ref"]) for each in document["accepted"]] == [
        ("kpis/a.yaml", "E004", None),
        ("kpis/b.yaml", "E004", "b"),
        ("kpis/b.yaml", "E006", "b"),
    ]


def test_finding_more_is_one_line_more() -> None:
    fewer, more = (baseline_text(each).splitlines() for each in (FINDINGS[:2], FINDINGS))

    assert len(more) == len(fewer) + 1
    assert len([line for line in more if "fingerprint" in line]) == 3


def test_what_was_written_accepts_what_it_was_written_of() -> None:
    accepted = frozenset(
        each["fingerprint"] for each in json.loads(baseline_text(FINDINGS))["accepted"]
    )

    assert without_accepted(FINDINGS, accepted) == ()
