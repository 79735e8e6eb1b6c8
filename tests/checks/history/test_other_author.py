from collections.abc import Mapping

import pytest

from okrcli.checks.contributions import Author, Claim, Contribution, claims_in
from okrcli.checks.past import Past
from okrcli.model.finding import Finding
from tests.checks.workspaces import TODAY, found_by, loaded

PATH = "checkins/2026/2026-11-20-ana-00000001.yaml"
CX = "objectives/2026-Q4/cx.yaml"
SETTINGS = """\
version: 1
people:
  ana: {name: Ana, email: ana@example.com}
  zoe: {name: Zoe, email: zoe@example.com}
  robot: {name: Robot, email: bot@example.com, bot: true}
"""
FILES = {
    "okr.yaml": SETTINGS,
    "kpis/nps.yaml": "title: NPS\n",
    CX: "title: A\napproved_by:\n  - {who: ana, date: 2026-09-25}\n",
    PATH: "date: 2026-11-20\nby: ana\nreadings: [{kpi: nps, value: 4}]\n",
}
ANA, ZOE, ROBOT = (Author(name, f"{name.lower()}@example.com") for name in ("Ana", "Zoe", "Bot"))


def approval() -> Claim:
    [(claim, _)] = claims_in(loaded(FILES).objectives[0])
    return claim


def found(
    *authors: Author,
    checkins: tuple[str, ...] = (PATH,),
    claims: frozenset[Claim] = frozenset(),
    files: Mapping[str, str] = FILES,
) -> list[Finding]:
    contribution = Contribution("commit 1a2b3c4d", authors, checkins, claims)
    return found_by("H806", files, TODAY, Past(contributions=(contribution,)))


def test_check_in_is_committed_by_whom_it_is_by() -> None:
    assert found(ANA) == []
    [finding] = found(ZOE)
    assert finding.place == (PATH, 2, 5)
    assert finding.message.startswith("This check-in is by ana")


def test_any_of_several_authors_may_be_the_one() -> None:
    assert found(ZOE, ANA) == []


def test_program_may_record_readings_and_nothing_else_in_somebodys_name() -> None:
    more = f"{FILES[PATH]}note: mine\nkudos: [{{to: zoe, for: help}}]\n"

    assert found(ROBOT) == []
    assert len(found(ROBOT, files={**FILES, PATH: more})) == 1


def test_approval_is_committed_by_whom_it_is_by() -> None:
    claims = frozenset([approval()])

    assert found(ANA, checkins=(), claims=claims) == []
    [finding] = found(ZOE, checkins=(), claims=claims)
    assert (finding.place, finding.ref) == ((CX, 3, 11), "2026-Q4/cx")


def test_commit_is_told_once_with_how_much_there_is() -> None:
    [finding] = found(ZOE, claims=frozenset([approval()]))

    assert "1 more" in finding.message


def test_check_in_that_moved_since_is_found_where_it_is() -> None:
    [finding] = found(ZOE, checkins=(f"checkins/2025/{PATH.rpartition('/')[2]}",))

    assert finding.place.path == PATH


@pytest.mark.parametrize(
    "checkins", [(), ("checkins/2026/gone.yaml",)], ids=["nothing", "what is gone"]
)
def test_commit_of_nothing_that_is_still_there_is_no_matter(checkins: tuple[str, ...]) -> None:
    assert found(ZOE, checkins=checkins) == []


def test_nobody_is_judged_where_nobody_has_an_address() -> None:
    without = {**FILES, "okr.yaml": "version: 1\npeople: {ana: {name: Ana}}\n"}

    assert found(ZOE, files=without) == []
