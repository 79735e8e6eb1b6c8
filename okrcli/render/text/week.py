"""What people have said this week, one sentence each."""

from collections.abc import Callable, Iterator

from okrcli.compute.reports.report import Report


def said_this_week(report: Report, harmless: Callable[[str], str]) -> Iterator[str]:
    """Yield thanks to colleagues, then notes on whole check-ins, each with the newest first.

    Args:
        report: The report, for the week that ends with its day.
        harmless: Makes text from files safe for the format of the sentences.
    """
    for kudos in report.kudos:
        yield harmless(f"{kudos.by} thanks {kudos.to}: {kudos.reason}")
    for note in report.notes:
        yield harmless(f"{note.by} on {note.day:%m-%d}: {note.note}")
