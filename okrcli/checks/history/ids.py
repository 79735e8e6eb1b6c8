"""The rules that several modules find something for."""

from okrcli.model.finding import RuleId, Severity

SILENT_GOALPOST = RuleId("H801", "silent-goalpost", Severity.ERROR)
BACK_DATED = RuleId("H803", "back-dated", Severity.WARNING)
