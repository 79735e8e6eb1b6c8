from okrcli.compute.reports.report import GuardReport
from okrcli.render.drawing.style import HEALTHS, STALE
from okrcli.render.text.guards import guard_looks
from tests.render.samples import a_key_result


def test_guards_come_with_how_their_health_looks() -> None:
    guards = (
        GuardReport("csat", "CSAT", "breach", stale=False),
        GuardReport("nps", "NPS", "healthy", stale=True),
        GuardReport("ces", "CES", "no_data", stale=True),
    )
    found = dict(guard_looks(a_key_result(guards=guards)))

    assert found == {"csat": HEALTHS["breach"], "nps": STALE, "ces": HEALTHS["no_data"]}
    assert [*guard_looks(a_key_result())] == []
