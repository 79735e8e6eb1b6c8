import pytest

from okrcli.wording.numbers.periods import Period, period_behind


@pytest.mark.parametrize(
    ("behind", "period"),
    [
        (" releases a week", "week"),
        (" releases per sprint", None),
        (" orders/day", "day"),
        (" monthly orders", "month"),
        (" pedidos al mes", "month"),
        (" pedidos cada trimestre", "quarter"),
        (" pedidos diarios", "day"),
        (" заказов в день", "day"),
        (" отчета ежеквартально", "quarter"),
        (" визитов в год", "year"),
        (" points by the end of the week", None),
        (", a week later", None),  # another clause
        (" of the 12 visits a week", None),  # of the next number
    ],
)
def test_rate_is_said_behind_its_number(behind: str, period: Period | None) -> None:
    assert period_behind(f"20{behind}", 2, len(behind) + 2) == period


def test_rate_of_the_next_number_is_not_looked_at() -> None:
    assert period_behind("20 releases a week", 2, 11) is None
