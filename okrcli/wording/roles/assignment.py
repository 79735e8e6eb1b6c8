"""The assignments of roles to quantities, each with its score: the best one is used."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Final, NamedTuple

from okrcli.wording.patterns import pattern
from okrcli.wording.roles.amounts import COUNTED, votes_for_an_amount
from okrcli.wording.roles.pairs import are_comparable, find_pair
from okrcli.wording.roles.role import Role, Vote
from okrcli.wording.roles.starts import votes_for_a_start
from okrcli.wording.roles.targets import UNCUED, is_bare_object, votes_for_a_target
from okrcli.wording.roles.title_context import AMOUNT_UNITS, CuedFigure, TitleContext

MOST_QUANTITIES: Final = 5
CLOSE: Final = 0.4
"""Two assignments whose scores differ by less are equally likely."""

_PAIR: Final = 6.5
_LATER: Final = 0.5
_OBJECT: Final = "it is the object of the verb"
_ASIDE: Final = Vote("aside", 0, "nothing suggests another role")
_CONSEQUENCE: Final = pattern(
    r"[(]|,?\s(?:with|while|con|mientras|при|с)\s(?:an?\s|un[ao]?\s|el\s|la\s)?|\bof which\b"
    r"|\bde (?:las|los) cuales\b|,\s(?:up|down)\s"
)


class Assignment(NamedTuple):
    """A role for each quantity.

    Attributes:
        roles: In the order of the quantities.
        score: The sum of the weights of the reasons for it.
    """

    roles: tuple[Vote, ...]
    score: float

    def index_of(self, role: Role) -> int | None:
        """Return the index of the quantity with *role*."""
        return next((n for n, vote in enumerate(self.roles) if vote.role == role), None)

    @property
    def goalposts(self) -> tuple[int | None, int | None, int | None]:
        """Which quantities are baseline, target and change."""
        return self.index_of("from"), self.index_of("to"), self.index_of("by")


def rank(noted: Sequence[CuedFigure], context: TitleContext) -> list[Assignment]:
    """Return the assignments of roles to *noted*, the best one first."""
    pair = _pair(noted, context)
    options = _options(noted, pair, context)
    assignments = []
    for roles in product(*options):
        score = _score(roles, noted, pair, context.flat)
        if score is not None:
            assignments.append(Assignment(roles, score))
    return sorted(assignments, key=lambda assignment: -assignment.score)


def _pair(noted: Sequence[CuedFigure], context: TitleContext) -> tuple[int, int] | None:
    outside = [candidate for candidate in noted if not candidate.bracket] or noted
    pair = find_pair(outside, context) or find_pair(noted, context)
    return (noted.index(pair[0]), noted.index(pair[1])) if pair else None


def _options(
    noted: Sequence[CuedFigure], pair: tuple[int, int] | None, context: TitleContext
) -> list[list[Vote]]:
    """Return the roles that each quantity may have, each with its strongest reason."""
    votes: list[dict[Role, Vote]] = [{"aside": _ASIDE} for _ in noted]
    for index, vote in _votes(noted, context):
        known = votes[index].get(vote.role)
        if known is None or known.weight < vote.weight:
            votes[index][vote.role] = vote
    if pair is not None:
        for index, role in zip(pair, _ENDS, strict=True):
            votes[index].setdefault(role, Vote(role, 0, "it is one end of 'from A to B'"))
    return [list(known.values()) for known in votes]


_ENDS: Final[tuple[Role, Role]] = ("from", "to")


def _votes(noted: Sequence[CuedFigure], context: TitleContext) -> Iterator[tuple[int, Vote]]:
    outside = [candidate for candidate in noted if not candidate.bracket] or noted
    starts = set()
    for index, candidate in enumerate(noted):
        for vote in votes_for_a_start(candidate, noted, context):
            starts.add(index)
            yield index, vote
    rest = [candidate for candidate in outside if noted.index(candidate) not in starts]
    yield from _votes_for_amounts(rest, noted, context)
    for candidate, vote in votes_for_a_target(rest, noted, context):
        yield (
            noted.index(candidate),
            vote if vote.because == UNCUED else _later(vote, rest, candidate),
        )
    for candidate in rest:
        if is_bare_object(candidate, context):
            yield noted.index(candidate), Vote("to", 3, _OBJECT)


def _later(vote: Vote, rest: Sequence[CuedFigure], candidate: CuedFigure) -> Vote:
    """Return *vote*, weaker for each number before it: the first result counts."""
    if candidate not in rest or vote.weight <= _LATER:
        return vote
    return vote._replace(weight=vote.weight - _LATER * min(rest.index(candidate), 3))


def _votes_for_amounts(
    rest: Sequence[CuedFigure], noted: Sequence[CuedFigure], context: TitleContext
) -> Iterator[tuple[int, Vote]]:
    aimed, amounts = False, 0
    for count, candidate in enumerate(rest):
        if aimed and candidate.cue == "on" and candidate.figure.unit not in AMOUNT_UNITS:
            continue  # "до 1 на 100 документов"
        aimed = aimed or candidate.cue == "to"
        for vote in votes_for_an_amount(candidate, context):
            if count and _is_consequence(rest[0], candidate, context):
                continue
            yield (
                noted.index(candidate),
                vote._replace(weight=vote.weight - _LATER * min(amounts, 3)),
            )
            amounts += 1


def _is_consequence(first: CuedFigure, candidate: CuedFigure, context: TitleContext) -> bool:
    """Tell "90 % sent by mail with a 60 % reduction in postage", where 90 % is the result."""
    if first.cue == "by" or (context.changes and first.cue not in {"to", None}):
        return False
    between = context.flat[first.figure.end : candidate.figure.start]
    return _CONSEQUENCE.search(between) is not None


def _score(
    roles: Sequence[Vote], noted: Sequence[CuedFigure], pair: tuple[int, int] | None, flat: str
) -> float | None:
    """Return the score of *roles*; `None` if two numbers would have the same goalpost."""
    where: dict[Role, int] = {}
    score = 0.0
    for index, vote in enumerate(roles):
        if vote.role == "aside":
            continue
        if vote.role in where:
            return None
        where[vote.role] = index
        score += vote.weight
    return score + _together(where, roles, noted, pair, flat)


def _together(
    where: Mapping[Role, int],
    roles: Sequence[Vote],
    noted: Sequence[CuedFigure],
    pair: tuple[int, int] | None,
    flat: str,
) -> float:
    """Return how well the roles fit together: ends of a pair, units, an amount next to a level."""
    start, goal, amount = (where.get(role) for role in ("from", "to", "by"))
    extra = 0.0
    if start is not None and goal is not None:
        if pair == (start, goal):
            extra += 2 * _PAIR
        one, two = noted[start].figure.unit, noted[goal].figure.unit
        if one is not None and one == two:
            extra += 2.5
        elif not are_comparable(one, two):
            extra -= 1
    if amount is not None and goal is not None:
        another = amount < goal and _is_another_result(noted[amount], noted[goal], flat)
        counted = roles[amount].because == COUNTED  # "cut 15 steps to 10"
        if start is not None or another or counted or not _is_cued(roles[goal]):
            extra -= 6
    return extra


def _is_another_result(one: CuedFigure, two: CuedFigure, flat: str) -> bool:
    """Tell "traffic by 40 % and subscribers to 20,000" from "by 35 % (target of 39 days)"."""
    between = flat[one.figure.end : two.figure.start]
    return one.bracket == two.bracket and _AND.search(between) is not None


_AND: Final = pattern(
    r"\s(?:and|y|e|и|а также|while|whilst|without|but|keeping|mientras|sin|pero|manteniendo|без|но"
    r"|при(?: этом)?|сохраняя|удерживая)\s|;"
    r"|,\s(?!up\b|down\b|to\b|al?\b|hasta\b|до\b)\w+(?:ing|ndo|в|я)\s(?:\w+\s)+"
)


def _is_cued(vote: Vote) -> bool:
    return vote.because not in {UNCUED, _OBJECT}
