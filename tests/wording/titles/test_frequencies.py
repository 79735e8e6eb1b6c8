import pytest

from okrcli.wording.titles.statement import read_statement


@pytest.mark.parametrize(
    ("text", "direction", "baseline"),
    [
        ("Release weekly instead of monthly", "increase", "monthly"),
        ("Board review quarterly (from monthly)", "decrease", "monthly"),
        ("Pasar de inventario anual a mensual", "increase", "anual"),
        ("Проводить сверку еженедельно вместо ежемесячной", "increase", "ежемесячной"),
        ("Publish the report weekly", None, None),
    ],
)
def test_read_statement_compares_frequencies_in_words(
    text: str, direction: str | None, baseline: str | None
) -> None:
    statement = read_statement(text)
    assert (statement.direction, statement.baseline_in_words) == (direction, baseline)


def test_read_statement_reads_a_baseline_in_words_in_brackets() -> None:
    assert read_statement("Reach 40 partners (currently none)").baseline_in_words == "none"
    assert read_statement("Reach 40 partners (currently 12)").baseline_in_words is None
