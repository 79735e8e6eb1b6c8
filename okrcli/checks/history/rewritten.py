"""H802: a check-in is written once."""

from collections.abc import Iterator

from okrcli.checks.context import CheckContext
from okrcli.checks.history.corrected import only_refused_entries_changed
from okrcli.checks.past import Rewrite
from okrcli.checks.rule import Example, Rule
from okrcli.model.finding import Finding, Place, RuleId, Severity

REWRITTEN_CHECKIN = RuleId("H802", "rewritten-check-in", Severity.ERROR)


def rewritten_checkins(context: CheckContext) -> Iterator[Finding]:
    """Find check-ins that are not as they were committed."""
    for rewrite in context.past.rewrites if context.past else ():
        if not only_refused_entries_changed(context, rewrite):
            yield _finding(rewrite)


def _finding(rewrite: Rewrite) -> Finding:
    when = f" ({rewrite.day})" if rewrite.day else ""
    message = f"This check-in was {rewrite.how} by {rewrite.where}{when}, after it was committed."
    hint = "Put it back as it was, and correct it with a new check-in for the same day."
    return Finding.of(REWRITTEN_CHECKIN, Place(rewrite.path), message, hint)


def _example(path: str, committed: str, edited: str) -> Example:
    return Example(path=path, failing=edited, passing=committed, before={path: committed})


H802 = Rule(
    id=REWRITTEN_CHECKIN,
    explanation=(
        "A check-in is what somebody knew on a day. When it is edited or deleted afterwards, the "
        "reports of that day are no longer true, and nobody sees that the value was another. A "
        "new check-in for the same day corrects it, and both stay. An entry that was refused "
        "because of an error may be corrected in its file, because it never counted. A check-in "
        "is known by the name of its file, and may move to another folder as it is. One that named "
        "only drafts bound nobody, and may be deleted."
    ),
    source="Accounting practice: an entry is corrected by another entry",
    find=rewritten_checkins,
    examples={
        "en": _example(
            "checkins/2026/2026-11-13-ana-7f3a9c12.yaml",
            "date: 2026-11-13\nby: ana\nnote: 12 tickets are open\n",
            "date: 2026-11-13\nby: ana\nnote: 2 tickets are open\n",
        ),
        "es": _example(
            "checkins/2026/2026-11-13-lucia-0b51d7e4.yaml",
            "date: 2026-11-13\nby: lucia\nnote: Quedan 12 incidencias\n",
            "date: 2026-11-13\nby: lucia\nnote: Quedan 2 incidencias\n",
        ),
        "ru": _example(
            "checkins/2026/2026-11-13-anna-5c9e02aa.yaml",
            "date: 2026-11-13\nby: anna\nnote: Открыто 12 обращений\n",
            "date: 2026-11-13\nby: anna\nnote: Открыто 2 обращения\n",
        ),
    },
)
