"""The rule that everything agreed is held by, whatever it is."""

from okrcli.model.finding import RuleId, Severity

SILENT_GOALPOST = RuleId("H801", "silent-goalpost", Severity.ERROR)
