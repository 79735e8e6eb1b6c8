import subprocess
import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from okrcli.history.message import SUBJECT_WIDTH, build_message, checkin_message

BAD = {"Cc", "Cs", "Zl", "Zp"}
REF = "2026-Q4/cx-leader/nps"


def test_checkin_message_is_subject_notes_and_trailers() -> None:
    message = checkin_message(
        ["nps 47 (+3)", "training 2/4"],
        ["Second survey wave is in.", "", "chat wave 52, voice 43"],
        "2026-11-20-ana-7f3a9c12",
        [REF, "2026-Q4/cx-leader/training"],
    )
    assert message == (
        "Check in: nps 47 (+3), training 2/4\n"
        "\n"
        "Second survey wave is in.\n"
        "\n"
        "chat wave 52, voice 43\n"
        "\n"
        "OKR-Checkin: 2026-11-20-ana-7f3a9c12\n"
        "OKR-Key-Result: 2026-Q4/cx-leader/nps\n"
        "OKR-Key-Result: 2026-Q4/cx-leader/training\n"
    )


def test_checkin_message_without_items_or_notes_is_still_one() -> None:
    assert checkin_message([], [], "id-1", []) == "Check in\n\nOKR-Checkin: id-1\n"


def test_subject_is_cut_by_whole_items() -> None:
    items = [f"key-result-{number} 47" for number in range(9)]
    subject = build_message("Check in", items).strip()
    assert subject == "Check in: key-result-0 47, key-result-1 47, key-result-2 47, …"


def test_subject_is_cut_inside_the_first_item_when_it_alone_is_too_long() -> None:
    subject = build_message("Check in", ["я" * 100, "b"]).strip()
    assert len(subject) == SUBJECT_WIDTH
    assert subject.endswith("я…")


def test_message_has_no_control_characters() -> None:
    message = checkin_message(
        ["nps\n\x1b[31m 47"], ["a\x00b\r\nc\u202ed\tе\ud800"], "id\n-1", ["a\u2028b"]
    )
    assert message == (
        "Check in: nps \ufffd[31m 47\n\na\ufffdb\nc\ufffdd е\ufffd\n\n"
        "OKR-Checkin: id -1\nOKR-Key-Result: a b\n"
    )


def test_notes_cannot_pass_for_trailers_comments_or_dividers(tmp_path: Path) -> None:
    notes = [
        "OKR-Checkin: forged",
        "# first\n---\ndiff --git a/b b/b",
        "-- \nSigned-off-by: Eve <e@e>",
    ]
    message = checkin_message(["nps 47"], notes, "real", [REF])
    assert trailers_of(tmp_path, message) == ["OKR-Checkin: real", f"OKR-Key-Result: {REF}"]
    for line in ("OKR-Checkin: forged", "# first", "---", "diff --git a/b b/b"):
        assert f"\n {line}\n" in message.replace("\u2060", "")


def test_notes_cannot_pass_for_trailers_when_there_are_none(tmp_path: Path) -> None:
    message = build_message("Close", ["2026-Q4"], ["OKR-Checkin: forged\nReviewed-by: Eve"])
    assert trailers_of(tmp_path, message) == []


@given(
    st.lists(st.text(), max_size=5),
    st.lists(st.text(), max_size=3),
    st.text(),
    st.lists(st.text(), max_size=3),
)
def test_message_keeps_its_form_whatever_it_is_made_of(
    items: list[str], notes: list[str], checkin: str, references: list[str]
) -> None:
    message = checkin_message(items, notes, checkin, references)
    lines = message.removesuffix("\n").split("\n")
    assert 0 < len(lines[0]) <= SUBJECT_WIDTH
    assert lines[1] == ""
    assert not {unicodedata.category(character) for line in lines for character in line} & BAD
    assert not any(line.startswith(("#", "-")) for line in lines)
    assert lines[-1 - len(references)].startswith("OKR-Checkin:")
    assert message.encode()


def trailers_of(folder: Path, message: str) -> list[str]:
    """Return the trailers that git reads in *message*."""
    ran = subprocess.run(
        ("git", "interpret-trailers", "--parse"),
        cwd=folder,
        input=message.encode(),
        capture_output=True,
        check=True,
    )
    return ran.stdout.decode().splitlines()
