import pytest

from tests.checks.workspaces import found_by

KEY_RESULT = "  - {id: nps, title: NPS, type: metric, baseline: 40, target: 60}\n"


def test_same_id_in_two_cycles_is_fine() -> None:
    files = {"objectives/2026-Q3/cx.yaml": "title: A\n", "objectives/2026-Q4/cx.yaml": "title: A\n"}
    assert found_by("E003", files) == []


@pytest.mark.parametrize(
    ("text", "kind", "lines"),
    [
        (f"key_results:\n{KEY_RESULT}{KEY_RESULT}", "Key result 'nps'", (3, 4)),
        ("initiatives:\n  - {id: a, title: A}\n  - {id: a, title: B}\n", "Initiative 'a'", (3, 4)),
        (
            (
                "key_results:\n  - id: m\n    title: M\n    type: milestones\n    steps:\n"
                "      - {id: s, title: A}\n      - {id: s, title: B}\n"
            ),
            "Step 's'",
            (7, 8),
        ),
    ],
)
def test_id_twice_in_one_objective_is_found_with_both_lines(
    text: str, kind: str, lines: tuple[int, int]
) -> None:
    (finding,) = found_by("E003", {"objectives/2026-Q4/cx.yaml": f"title: A\n{text}"})
    assert finding.message == f"{kind} is defined twice: on line {lines[0]} and on {lines[1]}."
    assert finding.place.line == lines[1]


def test_one_id_in_two_objectives_or_two_kinds_is_fine() -> None:
    text = f"title: A\nkey_results:\n{KEY_RESULT}initiatives:\n  - {{id: nps, title: A}}\n"
    files = {"objectives/2026-Q4/a.yaml": text, "objectives/2026-Q4/b.yaml": text}
    assert found_by("E003", files) == []


def test_third_of_a_name_is_found_too() -> None:
    text = f"title: A\nkey_results:\n{KEY_RESULT * 3}"
    assert len(found_by("E003", {"objectives/2026-Q4/cx.yaml": text})) == 2


@pytest.mark.parametrize(
    ("ana", "other"),
    [
        ("email: ana@example.com", "email: ana@example.com"),
        ("email: ana@example.com", "email: ' ANA@Example.com '"),
        ("email: ana@example.com", "email: [other@example.com, ana@example.com]"),
        ("email: [a@b.c, ana@example.com]", "email: ana@example.com"),
        ("github: ana-g", "github: Ana-G"),
        ("github: ana-g", "email: 12+ana-g@users.noreply.github.com"),
        ("email: 12+ana-g@users.noreply.github.com", "github: ana-g"),
    ],
)
def test_address_of_two_people_is_found_at_the_second(ana: str, other: str) -> None:
    people = f"people:\n  ana: {{name: A, {ana}}}\n  other:\n    name: O\n    {other}\n"
    (finding,) = found_by("E003", {"okr.yaml": f"version: 1\n{people}"})
    assert finding.place[:2] == ("okr.yaml", 6)
    assert "is the address of ana (on line 3) and of other." in finding.message


def test_one_person_may_say_an_address_twice() -> None:
    people = "people:\n  ana: {name: A, email: [a@b.c, A@b.c]}\n  olga: {name: O}\n"
    assert found_by("E003", {"okr.yaml": f"version: 1\n{people}"}) == []
