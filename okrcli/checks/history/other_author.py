"""H806: what is in a person's name is committed by that person."""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from okrcli.checks.context import CheckContext
from okrcli.checks.contributions import Author, Claim, Contribution, claims_in
from okrcli.checks.rule import Example, Rule
from okrcli.model.base import Record
from okrcli.model.checkin import CheckIn
from okrcli.model.finding import Finding, Location, Place, RuleId, Severity
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.people import AddressBook
from okrcli.model.plan import Plan

OTHER_AUTHOR = RuleId("H806", "other-author", Severity.WARNING)


class _Signed(NamedTuple):
    """Something in somebody's name.

    Attributes:
        said: What it is, in a sentence before the name.
        of_readings: Whether it is nothing but a check-in of readings.
    """

    record: Record
    location: Location
    said: str
    who: str
    ref: str | None = None
    of_readings: bool = False

    def place_in(self, plan: Plan) -> Place:
        """Return where it stands, which is looked for when it has to be told."""
        return plan.place(self.record, *self.location)


def other_authors(context: CheckContext) -> Iterator[Finding]:
    """Find commits that add something in the name of somebody who did not make them; each once."""
    people = context.judges.people
    book = AddressBook.of(people)
    if context.past is None or not book.owners:
        return
    signed = _Signatures(context.plan)
    known_by: dict[tuple[Author, ...], frozenset[str]] = {}
    for contribution in context.past.contributions:
        authors = contribution.authors
        if (known := known_by.get(authors)) is None:
            known = frozenset(id_ for author in authors for id_ in book.ids_for(*author))
            known_by[authors] = known
        signatures = [*signed.by_others(contribution, known)]
        by_program = bool(signatures) and any(people[id_].bot for id_ in known)
        foreign = [
            (signature.place_in(context.plan), signature.location, signature)
            for signature in signatures
            if not (by_program and signature.of_readings)
        ]
        if foreign:
            place, _, first = min(foreign, key=lambda found: found[:2])
            yield _finding(contribution, first, place, len(foreign) - 1, book)


class _Signatures:
    """What a plan has in people's names."""

    def __init__(self, plan: Plan) -> None:
        self._checkins: Mapping[str, CheckIn] = {checkin.path: checkin for checkin in plan.checkins}
        records: tuple[Objective | Kpi, ...] = (*plan.objectives, *plan.kpis)
        self._claims = {
            claim: (record, location) for record in records for claim, location in claims_in(record)
        }

    def by_others(self, contribution: Contribution, known: Collection[str]) -> Iterator[_Signed]:
        """Yield what the plan still has of *contribution* in the name of nobody who is *known*."""
        for path in contribution.checkins:
            checkin = self._checkins.get(path) or self._by_name.get(path.rpartition("/")[2])
            if checkin and checkin.by not in known:
                yield self._checkin(checkin)
        for claim in contribution.claims & self._claims.keys() if contribution.claims else ():
            if claim.who not in known:
                yield self._claim(claim)

    @cached_property
    def _by_name(self) -> Mapping[str, CheckIn]:
        """The check-ins by the names of their files: they may have been moved since."""
        return {path.rpartition("/")[2]: checkin for path, checkin in self._checkins.items()}

    def _checkin(self, checkin: CheckIn) -> _Signed:
        others = checkin.key_results or checkin.kudos or checkin.followups
        return _Signed(
            record=checkin,
            location=("by",),
            said="This check-in is by",
            who=checkin.by,
            of_readings=bool(checkin.readings) and not others,
        )

    def _claim(self, claim: Claim) -> _Signed:
        record, location = self._claims[claim]
        return _Signed(
            record=record,
            location=location,
            said=f"This {claim.kind} is by",
            who=claim.who,
            ref=record.id if isinstance(record, Kpi) else record.ref,
        )


def _finding(
    contribution: Contribution, first: _Signed, place: Place, more: int, book: AddressBook
) -> Finding:
    authors = " and ".join(dict.fromkeys(_name_of(author, book) for author in contribution.authors))
    message = (
        f"{first.said} {first.who}, but {contribution.commit}, which added it, is by {authors}."
    )
    if more:
        message += f" It added {more} more in the name of others."
    hint = (
        f"Let {first.who} commit it, or name them in a `Co-authored-by:` line; an address of "
        "theirs belongs under `people` in okr.yaml."
    )
    return Finding.of(OTHER_AUTHOR, place, message, hint, first.ref, location=first.location)


def _name_of(author: Author, book: AddressBook) -> str:
    return " or ".join(book.ids_for(*author)) or author.address or author.name or "nobody"


def _example(ana: tuple[str, str], carlos: tuple[str, str], path: str, note: str) -> Example:
    (id_, name), (other, other_name) = ana, carlos
    people = {id_: name, other: other_name}
    listed = "".join(
        f"  {author}: {{name: {called}, email: {author}@example.com}}\n"
        for author, called in people.items()
    )
    text = f"date: 2026-11-20\nby: {{}}\nrecorded: 2026-11-20T09:00:00Z\nnote: {note}\n"
    return Example(
        path=path,
        failing=text.format(other),
        passing=text.format(id_),
        beside={"okr.yaml": f"version: 1\npeople:\n{listed}"},
        author=f"{id_}@example.com",
    )


H806 = Rule(
    id=OTHER_AUTHOR,
    explanation=(
        "A check-in, an approval or an amendment says what somebody knew or agreed to, and counts "
        "because it is theirs. So one of the authors of the commit that adds it has to be that "
        "person: as the author, or in a `Co-authored-by:` line. People are known by the addresses "
        "that okr.yaml gives them: `email`, and `github` for the noreply addresses of an account; "
        "`.mailmap` is heeded. Somebody without an address is known by name, and people with "
        "`bot: true` may record readings for anybody. Nothing is found where okr.yaml gives nobody "
        "an address, nor in the commit that made the workspace. Addresses can be forged as names "
        "can: where that matters, have commits signed and protect the branch."
    ),
    source="Accounting practice: who books and who approves sign with their own name",
    find=other_authors,
    in_strict=Severity.ERROR,
    examples={
        "en": _example(
            ("ana", "Ana Field"),
            ("carlos", "Carlos Reed"),
            "checkins/2026/2026-11-20-ana-7f3a9c12.yaml",
            "First wave is in",
        ),
        "es": _example(
            ("lucia", "Lucía Gómez"),
            ("mateo", "Mateo Lara"),
            "checkins/2026/2026-11-20-lucia-0b51d7e4.yaml",
            "Primera ola",
        ),
        "ru": _example(
            ("anna", "Анна Соколова"),
            ("pavel", "Павел Громов"),
            "checkins/2026/2026-11-20-anna-5c9e02aa.yaml",
            "Первая волна",
        ),
    },
)
