"""`okr check --fix`: what it writes, and every byte that it leaves alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from okrcli.checks import RULES
from okrcli.storage.yaml.editor import replace_comment
from okrcli.storage.yaml.reader import read
from tests.cli.workspaces import FILES, Ran, okr, write
from tests.repositories import git, make_repository, photograph

Check = Callable[..., Ran]
ODD = "# mine \u201a\ntitle: NPS\u201a really   # why not\nwhy: Good.\ndirection: up\n"
PLAIN = "# mine \u201a\ntitle: NPS, really   # why not\nwhy: Good.\ndirection: up\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(make_repository(tmp_path / "acme"), FILES)


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str], root: Path) -> Check:
    return lambda *arguments: okr(capsys, "check", *arguments, "--root", root)


def test_fix_writes_the_usual_characters_and_keeps_every_other_byte(
    check: Check, root: Path
) -> None:
    write(root, {"kpis/a.yaml": ODD})
    ran = check("--fix", "--select", "E,S109")

    assert (root / "kpis/a.yaml").read_bytes() == PLAIN.encode()
    assert (ran.code, ran.out) == (0, "")
    assert "Fixed kpis/a.yaml:2:8: wrote the usual characters in `title`.\n" in ran.err


def test_fix_takes_away_what_silences_nothing(check: Check, root: Path) -> None:
    text = (
        "# okr: ignore[M201]\n"
        "title: A   # okr: ignore[E006, S104] a reason\n"
        "why: B  # okr: ignore[S106]\n"
        "note: Fix #1  # okr: ignore[E006, S106] a reason\n"
        "direction: up\n"
    )
    write(root, {"kpis/a.yaml": text})
    ran = check("--fix")

    assert (root / "kpis/a.yaml").read_text() == (
        "title: A\nwhy: B\nnote: Fix #1  # okr: ignore[E006] a reason\ndirection: up\n"
    )
    assert "E005" not in ran.out
    assert [line.split(": ")[1] for line in ran.err.splitlines() if "Fixed" in line] == [
        "removed a comment that silenced nothing.",
        "removed a comment that silenced nothing.",
        "removed a comment that silenced nothing.",
        "the comment is now `# okr",
    ]


def test_fix_changes_nothing_when_there_is_nothing_safe_to_do(check: Check, root: Path) -> None:
    write(root, {"kpis/a.yaml": "title: A\nx: 1\n"})
    before = photograph(root)
    ran = check("--fix")

    assert photograph(root) == before
    assert "Fixed" not in ran.err


@pytest.mark.parametrize("wrong", ["x: 1", "unit: [", "direction: sideways"])
def test_fix_keeps_the_comments_of_a_file_that_was_not_wholly_read(
    check: Check, root: Path, wrong: str
) -> None:
    text = f"title: Several calls  # okr: ignore[S106] as agreed\n{wrong}\n"
    write(root, {"kpis/a.yaml": text})
    check("--fix")

    assert (root / "kpis/a.yaml").read_text() == text


def test_fix_twice_is_fix_once(check: Check, root: Path) -> None:
    write(root, {"kpis/a.yaml": f"# okr: ignore[S104]\n{ODD}"})
    check("--fix")
    once = photograph(root)

    assert "Fixed" not in check("--fix").err
    assert photograph(root) == once


def test_fix_keeps_to_the_paths_and_rules_that_are_asked_for(check: Check, root: Path) -> None:
    write(root, {"kpis/a.yaml": ODD, "kpis/b.yaml": ODD})
    check("--fix", root / "kpis/a.yaml")
    check("--fix", "--ignore", "S109")

    assert (root / "kpis/a.yaml").read_text() == PLAIN
    assert (root / "kpis/b.yaml").read_text() == ODD


def test_fix_never_touches_a_check_in(check: Check, root: Path) -> None:
    path = "checkins/2026/2026-11-20-ana-00000002.yaml"
    text = FILES[path].replace("second wave", "second\u201a wave") + "# okr: ignore[C702]\n"
    write(root, {path: text})
    check("--fix")

    assert (root / path).read_text() == text


def test_fix_leaves_what_is_staged_as_it_was_staged(check: Check, root: Path) -> None:
    write(root, {"kpis/a.yaml": ODD})
    git(root, "add", "kpis/a.yaml")
    check("--fix")

    assert git(root, "show", ":kpis/a.yaml").startswith("# mine \u201a\ntitle: NPS\u201a")
    assert (root / "kpis/a.yaml").read_text() == PLAIN


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_fix_repairs_the_example_of_its_rule(check: Check, root: Path, language: str) -> None:
    example = RULES["S109"].examples[language]  # type: ignore[index]
    write(root, {**example.failing_files})
    check("--fix", "--select", "S109")

    assert (root / example.path).read_text() == example.passing


@pytest.mark.parametrize(
    ("text", "comment", "result"),
    [
        ("a: 1 # okr: ignore[X] y\nb: 2\n", "", "a: 1\nb: 2\n"),
        ("a: 1\n  # okr: ignore[X]\nb: 2\n", "", "a: 1\nb: 2\n"),
        ("a: 1\r\n# okr: ignore[X]\r\nb: 2\r\n", "", "a: 1\r\nb: 2\r\n"),
        ("a: 1\n# okr: ignore[X]", "", "a: 1\n"),
        ("a: 1 # see # okr: ignore[X]\n", "", "a: 1 # see\n"),
        (
            "\ufeffa: 1 # okr: ignore[X] y\n",
            "# okr: ignore[Z] y",
            "\ufeffa: 1 # okr: ignore[Z] y\n",
        ),
    ],
)
def test_replaced_comment_leaves_all_else(text: str, comment: str, result: str) -> None:
    document = read("kpis/a.yaml", text.encode())
    (ignore,) = document.ignores

    assert replace_comment(document, ignore, comment).decode() == result
