import pytest

from okrcli.storage.workspace import plan_of
from okrcli.storage.yaml.decimal_comma import cut_number, is_cut_number, point_hint
from tests.storage.conftest import Read


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        ("1,5", "Write 1.5"),
        ("-12,75", "Write -12.75"),
        ("1, 5", "Write 1.5"),
        ("1.234,5", "Write 1234.5"),
        ("1.234.567,8", "Write 1234567.8"),
        ("1,234.5", "Write 1234.5"),
        ("1,234,567", "Write 1234567"),
        ("1,234", "Write 1.234 or 1234"),
        ("0,234", "Write 0.234"),
        ("1234,567", "Write 1234.567"),
        ("1,2,3", "Write it with a decimal point"),
    ],
)
def test_point_hint_says_how_yaml_writes_the_number(number: str, hint: str) -> None:
    assert point_hint(number) == hint


@pytest.mark.parametrize("text", ["1,5", " 1.234,5 ", "-1,5", "1,2,3"])
def test_number_with_a_comma_is_known(text: str) -> None:
    assert is_cut_number(text)


@pytest.mark.parametrize("text", ["15", "1.5", "1,5 %", "a 1,5", ",5", "5,", "1,5" * 40])
def test_other_text_is_no_number_with_a_comma(text: str) -> None:
    assert not is_cut_number(text)


@pytest.mark.parametrize(
    ("entry", "column", "number"),
    [
        ("{key_result: cx/hours, value: 1,5}", 35, "1,5"),
        ("{key_result: cx/hours, value: -1,5, confidence: 7}", 35, "-1,5"),
        ("{value: 1,5, key_result: cx/hours}", 13, "1,5"),
        ("{key_result: cx/hours, value: 1,5 %}", 35, "1,5"),
        ("{key_result: cx/hours, value: 1.234,56 }", 35, "1.234,56"),
        ("{key_result: cx/hours, value: 1,234,567}", 35, "1,234,567"),
        ("{key_result: cx/hours, value: 1, 5}", 35, "1, 5"),
        ("{key_result: cx/hours, confidence: 7,5}", 40, "7,5"),
    ],
)
def test_decimal_comma_is_told_at_its_number_and_only_there(
    read_file: Read, entry: str, column: int, number: str
) -> None:
    document = read_file(f"key_results:\n  - {entry}\n".replace("  - ", "  - "))
    (finding,) = document.findings
    assert (finding.rule.code, finding.place.line, finding.place.column) == ("E001", 2, column)
    assert finding.message == f"`{number}` is not a number: it is read as two entries."
    assert finding.hint == f"{point_hint(number)}: in YAML a comma separates entries."
    assert [*document.flawed] == [("key_results", 0)]


@pytest.mark.parametrize(
    "entry",
    [
        "{a: 1, b: 5}",
        "{a: 1,}",
        "{a: [1,5]}",
        "{note: 'chat 1,5'}",
        "{a: {b: 1},c: 5}",
        "{a: 1, b}",
    ],
)
def test_commas_between_entries_are_fine(read_file: Read, entry: str) -> None:
    assert read_file(f"key_results:\n  - {entry}\n").findings == ()


def test_key_that_is_a_number_is_still_refused_after_a_number(read_file: Read) -> None:
    document = read_file("key_results:\n  - {value: 1,5: 3}\n")
    assert ["The key `5` is read as" in each.message for each in document.findings] == [True]


def test_rest_of_a_cut_number_counts_in_no_definition_either() -> None:
    objective = (
        b"title: A\nkey_results:\n  - {id: h, title: H, type: metric, target: 1,5, unit: h}\n"
    )
    plan = plan_of({"okr.yaml": b"version: 1\n", "objectives/2026-Q4/cx.yaml": objective})

    assert [each.message for each in plan.findings] == [
        "`1,5` is not a number: it is read as two entries."
    ]
    (key_result,) = plan.objectives[0].key_results
    assert (key_result.unit, getattr(key_result, "target", None)) == ("h", None)


def test_decimal_comma_in_a_line_of_its_own_is_told_with_the_same_hint() -> None:
    objective = (
        b"title: A\nkey_results:\n  - id: h\n    title: H\n    type: metric\n    target: 1,5\n"
    )
    plan = plan_of({"okr.yaml": b"version: 1\n", "objectives/2026-Q4/cx.yaml": objective})

    assert [(each.message, each.hint) for each in plan.findings] == [
        ("`target` is text, not a number: `1,5`.", "Write 1.5, without quotes or a unit.")
    ]


@pytest.mark.parametrize(
    ("text", "offset", "number"),
    [
        ("1,5", 2, "1,5"),
        ("{a: 1,5}", 6, "1,5"),
        ("{a: -1, 500}", 7, "-1, 500"),
        ("{a: b, 500}", 6, None),
        ("{a: 1, b: 5}", 6, None),
    ],
)
def test_number_that_a_comma_cuts_is_found_whole(
    text: str, offset: int, number: str | None
) -> None:
    found = cut_number(text, offset)
    assert (found and found[0]) == number
