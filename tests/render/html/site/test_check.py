from okrcli.model.finding import Finding, Place, RuleId, Severity
from okrcli.render.html.site.check import MOST
from okrcli.views.site import CheckPage
from tests.render.html.site.frames import page_text


def a_finding(severity: Severity = Severity.WARNING, line: int = 3) -> Finding:
    return Finding(
        rule=RuleId("M202", "no-baseline", severity),
        severity=severity,
        place=Place("kpis/nps.yaml", line, 1),
        message=f"Nothing <b>on line {line}.",
    )


def test_finding_leads_to_its_line_and_the_worst_comes_first() -> None:
    text = page_text(CheckPage((a_finding(), a_finding(Severity.ERROR, 9))))

    assert "https://github.com/acme/okrs/blob/main/kpis/nps.yaml#L3" in text
    assert text.index("on line 9") < text.index("on line 3")
    assert "Nothing &lt;b&gt;on line 3." in text
    assert "1 error" in text


def test_nothing_found_is_said_and_very_many_are_cut() -> None:
    assert "Nothing was found." in page_text(CheckPage(()))
    assert "and 2 more" in page_text(CheckPage((a_finding(),) * (MOST + 2)))
