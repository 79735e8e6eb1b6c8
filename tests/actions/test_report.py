from datetime import date

import pytest

from okrcli.actions.report import report_on
from okrcli.errors import UnknownReferenceError
from tests.checks.workspaces import loaded
from tests.cli.workspaces import FILES

DAY = date(2026, 11, 20)
OLD = {"objectives/2026-Q3/old.yaml": "title: Old\n"}


def test_report_is_of_the_cycle_that_holds_the_day() -> None:
    report = report_on(loaded({**FILES, **OLD}), DAY)

    assert report.cycle.id == "2026-Q4"
    assert [each.id for each in report.objectives] == ["cx-leader"]
    assert report.as_of == DAY
    assert report.revision is None


def test_cycle_and_revision_can_be_said() -> None:
    report = report_on(loaded({**FILES, **OLD}), DAY, "2026-Q3", "1a2b3c4")

    assert [each.id for each in report.objectives] == ["old"]
    assert report.revision == "1a2b3c4"


def test_report_without_objectives_is_of_the_calendars_cycle() -> None:
    assert report_on(loaded({}), DAY).cycle.id == "2026-Q4"


def test_unknown_cycle_is_refused() -> None:
    with pytest.raises(UnknownReferenceError, match="2026-Q9"):
        report_on(loaded(FILES), DAY, "2026-Q9")


def test_findings_about_structure_are_counted() -> None:
    broken = {"kpis/broken.yaml": "title: [\n"}

    assert report_on(loaded({**FILES, **broken}), DAY).findings.error == 1
