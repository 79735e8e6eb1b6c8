"""H802: a check-in is written once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from okrcli.checks.context import CheckContext
from okrcli.checks.history.corrected import only_refused_entries_changed
from okrcli.checks.past import Rewrite
from okrcli.checks.rule import Example, Rule
from okrcli.model.checkin import CheckIn, Retraction
from okrcli.model.finding import Finding, Place, RuleId, Severity
from okrcli.model.plan import Plan

REWRITTEN_CHECKIN = RuleId("H802", "rewritten-check-in", Severity.ERROR)


def rewritten_checkins(context: CheckContext) -> Iterator[Finding]:
    """Find check-ins that are not as they were committed, or taken back by others without why."""
    for rewrite in context.past.rewrites if context.past else ():
        if not only_refused_entries_changed(context, rewrite):
            erasure = _erasure_of(context.plan, rewrite)
            yield _note_of(rewrite, *erasure) if erasure else _finding(rewrite)
    yield from _without_why(context.plan)


def _finding(rewrite: Rewrite) -> Finding:
    hint = "Put it back as it was, and correct it with a new check-in for the same day."
    if rewrite.how == "deleted":
        name = _id_of(rewrite)
        hint = (
            "Put it back. What was checked in by mistake is taken back by another check-in, with "
            f"`retracted: [{{checkin: {name}, why}}]`; where its file has to go for good, add "
            "`erased: true` there."
        )
    return Finding.of(REWRITTEN_CHECKIN, Place(rewrite.path), f"{_what(rewrite)}.", hint)


def _what(rewrite: Rewrite) -> str:
    when = f" ({rewrite.day})" if rewrite.day else ""
    return f"This check-in was {rewrite.how} by {rewrite.where}{when}, after it was committed"


def _id_of(rewrite: Rewrite) -> str:
    return PurePosixPath(rewrite.path).stem


def _erasure_of(plan: Plan, rewrite: Rewrite) -> tuple[CheckIn, Retraction] | None:
    """Return what says why the file was deleted for good, and the check-in that says it."""
    if rewrite.how != "deleted":
        return None
    name = _id_of(rewrite)
    found = (
        (checkin, retraction)
        for checkin in plan.checkins
        for retraction in checkin.retracted
        if retraction.checkin == name and retraction.erased and retraction.why
    )
    return next(found, None)


def _note_of(rewrite: Rewrite, checkin: CheckIn, retraction: Retraction) -> Finding:
    message = f"{_what(rewrite)}. {checkin.path} says why: {retraction.why}"
    end = "" if message.endswith((".", "!", "?", "…")) else "."
    place = Place(rewrite.path)
    finding = Finding.of(REWRITTEN_CHECKIN, place, f"{message}{end}", "Nothing is left to do.")
    return replace(finding, severity=Severity.INFO)


def _without_why(plan: Plan) -> Iterator[Finding]:
    """Find retractions of what somebody else has said, without a reason."""
    by_checkin = [
        (checkin, retraction) for checkin in plan.checkins for retraction in checkin.retracted
    ]
    if not by_checkin:
        return
    authors = {checkin.id: checkin.by for checkin in plan.checkins}
    explained = {retraction.checkin for _, retraction in by_checkin if retraction.why}
    for checkin in plan.checkins:
        for index, retraction in enumerate(checkin.retracted):
            author = authors.get(retraction.checkin, checkin.by)
            if author != checkin.by and retraction.checkin not in explained:
                message = (
                    f"{checkin.by} takes back here what {author} checked in with "
                    f"{retraction.checkin}, and does not say why."
                )
                where = ("retracted", index)
                place = plan.place(checkin, *where)
                hint = (
                    "Add `why` while it is not committed; later, retract it once more, with `why`."
                )
                yield Finding.of(REWRITTEN_CHECKIN, place, message, hint, location=where)


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
        "only drafts bound nobody, and may be deleted. What was checked in by mistake is taken "
        "back with `retracted` in another check-in: one's own at will, another's with the reason. "
        "Where that one says `erased: true` and why, as for personal data, the deleted file is "
        "only a note."
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
