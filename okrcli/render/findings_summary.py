"""How many findings there are, in words."""

from gettext import ngettext

from okrcli.model.finding import FindingCounts


def summary(counts: FindingCounts, files: int) -> str:
    """Return what was found, in one line."""
    said = counted(counts)
    where = ngettext("{} file", "{} files", files).format(files)
    return f"{said or 'Nothing found'} in {where}."


def counted(counts: FindingCounts) -> str:
    """Return how many there are of each severity that occurs; empty when none does."""
    parts = [
        ngettext("{} error", "{} errors", counts.error).format(counts.error),
        ngettext("{} warning", "{} warnings", counts.warning).format(counts.warning),
        ngettext("{} note", "{} notes", counts.info).format(counts.info),
    ]
    numbers = (counts.error, counts.warning, counts.info)
    return ", ".join(part for part, number in zip(parts, numbers, strict=True) if number)
