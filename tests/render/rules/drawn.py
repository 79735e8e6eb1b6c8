"""Rules as the formats draw them."""

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.finding import Finding, Place, RuleId, Severity
from okrcli.render import RULE_FORMATS, RenderOptions
from okrcli.views.rulebook import Rulebook, RuleSheet

FAILING = "title: Забота‚ которую ценят\nkey_results:\n  - {id: nps, target: 60}\n"


ODD = RuleId("S109", "odd-characters", Severity.INFO)


RULES = (
    RuleSheet(
        code="E002",
        name="schema",
        severities={
            "draft": Severity.ERROR,
            "basic": Severity.ERROR,
            "strict": Severity.ERROR,
        },
        here=None,
        explanation="A misspelt key would be a goal that nobody sees.",
        source="",
        fixed=False,
        silenced=False,
        path="kpis/nps.yaml",
        failing="title: NPS\ntraget: 60\n",
        passing="title: NPS\ntarget: {value: 60}\n",
        before={"kpis/nps.yaml": "title: NPS\n"},
    ),
    RuleSheet(
        code=ODD.code,
        name=ODD.name,
        severities={
            "draft": Severity.INFO,
            "basic": Severity.INFO,
            "strict": Severity.WARNING,
        },
        here="off",
        explanation=(
            "Text copied from a document brings a low quotation mark for a comma. It looks right, "
            "and no search finds it."
        ),
        source="Unicode Technical Standard 39: confusable characters",
        fixed=True,
        silenced=True,
        path="objectives/2026-Q4/cx-leader.yaml",
        failing=FAILING,
        passing=FAILING.replace("‚", ","),
        beside={"okr.yaml": "version: 1\nlanguage: ru\n"},
        found=(
            Finding.of(
                ODD,
                Place("objectives/2026-Q4/cx-leader.yaml", 1, 8),
                "This text has U+201A for a comma.",
                "`okr check --fix` writes the usual characters.",
            ),
        ),
    ),
)


def rendered(name: str, *, explained: bool) -> str:
    return RULE_FORMATS[name](Rulebook(RULES, explained), RenderOptions(COMMAND_LINE))
