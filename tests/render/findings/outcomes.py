"""Outcomes of checks, and how the formats draw them."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import xmlschema
from hypothesis import strategies as st

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.finding import (
    BAD_READING,
    LOSSY_TEXT,
    SCHEMA,
    Finding,
    Place,
    RuleId,
    Severity,
    Silencer,
)
from okrcli.render import FINDING_FORMATS, RenderOptions
from okrcli.views.check import CheckOutcome
from tests.render.samples import HOSTILE

SCHEMAS = Path(__file__).parent.parent.parent / "schemas"


NOTE = RuleId("R405", "business-as-usual", Severity.INFO)


def validator(name: str) -> Any:
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


SARIF = validator("sarif-2.1.0-rtm.5.json")


GITLAB = validator("gitlab-code-quality.json")


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


def many(rule: RuleId, count: int) -> tuple[Finding, ...]:
    return tuple(
        Finding.of(rule, Place("kpis/nps.yaml", line), f"{rule.name} {line}")
        for line in range(1, count + 1)
    )


OUTCOME = CheckOutcome(
    findings=(
        Finding.of(
            BAD_READING,
            Place("checkins/2026/2026-11-20-ana-7f3a9c12.yaml", 7, 20),
            "NPS 140 is outside -100 to 100.",
            "Correct it with a new check-in.",
            "nps",
        ),
        Finding.of(
            LOSSY_TEXT,
            Place("objectives/2026-Q4/cx-leader.yaml", 2, 8),
            "YAML keeps only 'Fix' of this text: `#` begins a comment.",
            "Put the text into quotes.",
            "2026-Q4/cx-leader",
        ),
        Finding.of(
            SCHEMA,
            Place("objectives/2026-Q4/a,b:c%.yaml", 3, 1),
            "Unknown key '100%\n::error::pwned ##[error]\x1b[31m'.",
        ),
        Finding(
            RuleId("R405", "business-as-usual", Severity.INFO),
            Place("objectives/2026-Q4/забота.yaml", 9, 5),
            "«Поддерживать» is no change.",
            "Watch it as a KPI.",
            severity=Severity.INFO,
        ),
        Finding.of(
            SCHEMA,
            Place("objectives/2026-Q4/забота.yaml", 12, 1),
            f"`{HOSTILE}` is no title: [see](http://example.com).",
            HOSTILE,
            f"2026-Q4/{HOSTILE}",
            location=("key_results", 0, HOSTILE),
        ),
    ),
    files=14,
    folder="teams/support",
    explanations={
        "E002": "A misspelt key would be a goal that nobody sees.",
        "C702": "A value that cannot be is a slip of the keyboard.",
    },
    silenced={Silencer.SETTINGS: 2, Silencer.COMMENTS: 1},
    accepted=4,
)


def rendered(name: str, outcome: CheckOutcome = OUTCOME) -> str:
    return FINDING_FORMATS[name](outcome, RenderOptions(COMMAND_LINE))


def sarif_run(outcome: CheckOutcome = OUTCOME) -> Any:
    return json.loads(rendered("sarif", outcome))["runs"][0]
