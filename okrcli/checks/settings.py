"""The settings that judge: what is compared with an earlier state cannot set its own rules."""

from okrcli.checks.history.agreed_cycles import amendments_of
from okrcli.model.settings import Settings


def settings_that_judge(now: Settings, earlier: Settings | None) -> Settings:
    """Return *now* with the rules, people, cycles, calendar and lateness of *earlier*.

    New people and cycles are added, and cycles that were moved openly. But nobody can become a bot
    that may record for others.
    """
    if earlier is None:
        return now
    cycles = {
        name: dates
        for name, dates in earlier.cycles.items()
        if set(amendments_of(now, name)) <= set(dates.amendments)
    }
    newcomers = {
        id_: person.model_copy(update={"bot": False}) for id_, person in now.people.items()
    }
    return now.model_copy(
        update={
            "rules": earlier.rules,
            "people": {**newcomers, **earlier.people},
            "cycles": {**now.cycles, **cycles},
            "calendar": earlier.calendar,
            "status": earlier.status,
            "checkin": earlier.checkin,
        }
    )
