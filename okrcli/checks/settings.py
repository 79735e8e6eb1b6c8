"""Whose settings judge: what is compared with an earlier state does not choose its judge."""

from okrcli.checks.history.agreed_cycles import amendments_of
from okrcli.model.settings import Settings


def settings_that_judge(now: Settings, earlier: Settings | None) -> Settings:
    """Return *now* with what *earlier* says of rules, people, cycles, the calendar and lateness.

    Who and what is new comes in: a person, a cycle, and a cycle that was moved openly. But nobody
    makes himself a program that may record for others.
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
