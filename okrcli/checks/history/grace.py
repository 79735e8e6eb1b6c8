"""How many days something may come late, as was agreed before it came."""

from datetime import date

from okrcli.checks.context import CheckContext
from okrcli.checks.past import Past


def grace_days_on(context: CheckContext, past: Past, day: date) -> int:
    """Return the days of grace for what came on *day*: no commit widens those that it needs.

    They are those of the settings of the day before; where git has none, of the present ones.
    """
    present = context.judges.checkin.grace_days
    before = [version for version in past.settings.versions if version.day < day]
    return before[-1].settings.checkin.grace_days if before else present
