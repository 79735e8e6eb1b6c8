"""What people say of how objectives ended."""

from decimal import Decimal
from pathlib import Path

import pytest

from okrcli.actions.closing.closing_input import (
    ClosingInput,
    said_by,
    said_in,
    said_template,
    score_of,
)
from okrcli.actions.closing.proposals import proposals
from okrcli.errors import UsageError
from okrcli.sources.base import SourceError
from tests.actions.closing.workspaces import ended

CX, GROWTH = "2026-Q4/cx-leader", "2026-Q4/growth"


def test_file_says_it_of_each() -> None:
    text = b"cx-leader: {worked: Calls, score: 0.5, why: Late}\n2026-Q4/growth:\n  next:\n"
    assert said_in("a.yaml", text) == {
        "cx-leader": ClosingInput(worked="Calls", score=Decimal("0.5"), why="Late"),
        "2026-Q4/growth": ClosingInput(),
    }


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: {worked: [1]}", 1, "a: `worked`"),
        ("a:\n  worked: x\n  wrong: no way\n", 3, "`wrong`"),
        ("a: {score: 1.5}", 1, "`score`"),
        ("a: text", 1, "a: This"),
        ("- a", 1, ""),
        ("a: {", 1, ""),
        ("", 1, ""),
    ],
)
def test_what_a_file_cannot_say_is_refused_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        said_in("a.yaml", text.encode())
    assert f"{line}" in caught.value.message
    assert words in caught.value.message


def test_options_go_before_the_file(tmp_path: Path) -> None:
    space = ended(tmp_path)
    found = proposals(space, ("cx-leader",), None)
    in_file = {"cx-leader": ClosingInput(worked="Calls", next="More")}
    said = said_by(space.plan, found, ClosingInput(worked="Visits"), in_file)
    assert said == {CX: ClosingInput(worked="Visits", next="More")}


def test_one_text_is_not_for_several_and_no_file_for_others(tmp_path: Path) -> None:
    space = ended(tmp_path)
    both = proposals(space, ("cx-leader", "growth"), None)
    with pytest.raises(UsageError, match="2 objectives cannot all have the same worked"):
        said_by(space.plan, both, ClosingInput(worked="Calls"), {})
    assert said_by(space.plan, both, ClosingInput(why="Late"), {})[GROWTH].why == "Late"
    with pytest.raises(UsageError, match="The file is about 2026-Q4/growth"):
        said_by(space.plan, both[:1], ClosingInput(), {"growth": ClosingInput()})


def test_file_that_names_one_objective_twice_is_refused(tmp_path: Path) -> None:
    space = ended(tmp_path)
    found = proposals(space, ("cx-leader",), None)
    twice = {"cx-leader": ClosingInput(worked="Calls"), CX: ClosingInput(worked="Visits")}
    with pytest.raises(UsageError, match="The file is about 2026-Q4/cx-leader twice"):
        said_by(space.plan, found, ClosingInput(), twice)


def test_unknown_key_is_named() -> None:
    with pytest.raises(SourceError, match="cx: `worket` is not a key that can stand here"):
        said_in("a.yaml", b"cx: {worket: Calls}")


def test_template_that_is_filled_in_is_read(tmp_path: Path) -> None:
    found = proposals(ended(tmp_path), ("cx-leader", "growth"), None)
    text = said_template(found, {GROWTH: ClosingInput(because='no: "money"')})
    assert text.startswith(f"# {found[0].line}\n{CX}:\n  score:\n  why:\n")
    read = said_in("a.yaml", text.replace("  worked:\n", "  worked: Calls\n").encode())
    assert read == {
        CX: ClosingInput(worked="Calls"),
        GROWTH: ClosingInput(worked="Calls", because='no: "money"'),
    }


@pytest.mark.parametrize("text", ["0.7", "0,7", " 0.70 "])
def test_score_is_read(text: str) -> None:
    assert score_of(text) == Decimal("0.7")


@pytest.mark.parametrize("text", ["", "70", "-0.1", "NaN", "good", "1e5", "Infinity"])
def test_what_is_no_score_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is not a score"):
        score_of(text)
