from datetime import date

import pytest

from okrcli.actions.new.draft import KeyResultDraft
from okrcli.actions.new.from_title import fill_from_title
from okrcli.model.kpi import Kpi
from okrcli.wording.titles.statement import Statement, read_statement


@pytest.mark.parametrize(
    ("title", "read"),
    [
        (
            "Raise NPS from 40 to 60 by 2026-12-31",
            {"baseline": "40", "target": "60", "due": "2026-12-31"},
        ),
        (
            "Reducir el ciclo de ventas de 45 a 35 días",
            {"baseline": "45 días", "target": "35 días", "unit": "días"},
        ),
        (
            "Повысить выручку с 10 до 12 млн ₽ к 15.12.2026",
            {
                "baseline": "10000000 ₽",
                "target": "12000000 ₽",
                "unit": "₽",
                "due": "2026-12-15",
            },
        ),
        ("Increase renewals by 15%", {"change": "+15%"}),
        ("Reduce the backlog by 10 tickets", {"change": "-10"}),
        ("Open a second office", {}),
        ("Raise NPS from 40 to 60 by 31.31.2026", {"baseline": "40", "target": "60"}),
    ],
)
def test_sentence_gives_what_it_says(title: str, read: dict[str, str]) -> None:
    sentence = fill_from_title(KeyResultDraft(title=title), None)

    assert dict(sentence.read) == read
    assert {name: _given(sentence.typed, name) for name in read} == read


def _given(typed: KeyResultDraft, name: str) -> str:
    return typed.goals[name][0] if name in typed.goals else getattr(typed, name)


@pytest.mark.parametrize(
    ("title", "baseline", "target"),
    [
        ("Cut resolution time from 4:30 to 2:15", "4:30", "2:15"),
        ("Reducir el tiempo de 1:50:00 a 1:40:00", "1:50:00", "1:40:00"),
        ("Cut the wait from 90 seconds to 0:01:00", "90 seconds", "0:01:00"),
    ],
)
def test_clock_in_a_sentence_is_left_to_the_unit_that_is_measured(
    title: str, baseline: str, target: str
) -> None:
    read = fill_from_title(KeyResultDraft(title=title), "h").read

    assert (read["baseline"], read["target"]) == (baseline, target)


def test_sentence_fills_only_what_was_not_typed() -> None:
    title = "Raise NPS from 40 to 60 by 2026-12-31"
    typed = KeyResultDraft(title=title, due="2026-12-01", goals={"target": ("65",)})
    sentence = fill_from_title(typed, "points")

    assert sentence.typed.goals == {"baseline": ("40 points",), "target": ("65",)}
    assert (sentence.typed.due, sentence.typed.unit) == ("2026-12-01", "")


@pytest.mark.parametrize(
    "typed",
    [
        KeyResultDraft(title="Raise NPS from 40 to 60", type="binary"),
        KeyResultDraft(title="Raise NPS from 40 to 60", goals={"at_least": ("5",)}),
        KeyResultDraft(title="Raise NPS from 40 to 60", goals={"steps": ("pilot",)}),
    ],
)
def test_sentence_is_not_read_for_what_is_no_metric(typed: KeyResultDraft) -> None:
    assert fill_from_title(typed, None).typed == typed


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Keep uptime above 99.9%", {"at_least": "99.9 %", "unit": "%"}),
        ("Mantener la espera por debajo de 3 minutos", {"at_most": "3 minutos", "unit": "minutos"}),
        ("Держать запас от 12 до 18 дней", {"at_least": "12 дней", "at_most": "18 дней"}),
        ("Fewer than 3 outages a month", {"at_most": "3", "unit": "per month"}),
        ("Keep uptime at 99.9%", {}),
    ],
)
def test_what_is_kept_has_bounds(title: str, read: dict[str, str]) -> None:
    sentence = fill_from_title(KeyResultDraft(title=title), None)

    assert {**read, **sentence.read} == dict(sentence.read)
    assert sentence.typed.type_meant == ("maintain" if read else "")


def test_level_to_keep_is_the_bound_that_is_good_for_the_kpi() -> None:
    kpi = Kpi.model_validate(
        {"id": "churn", "path": "kpis/churn.yaml", "title": "Churn", "direction": "down"}
    )

    read = fill_from_title(KeyResultDraft(title="Keep churn at 2%"), None, kpi=kpi).read

    assert read["at_most"] == "2 %"


def test_range_is_a_target_of_two_ends() -> None:
    read = fill_from_title(KeyResultDraft(title="Cut the wait from 9 to 3-4 minutes"), None).read

    assert (read["baseline"], read["target"]) == ("9 minutes", "3..4")


def test_period_of_a_rate_is_in_the_unit() -> None:
    read = fill_from_title(
        KeyResultDraft(title="Raise qualified replies from 20 to 45 a week"), None
    ).read

    assert dict(read) == {"baseline": "20", "target": "45", "unit": "per week"}


@pytest.mark.parametrize(
    "title",
    [
        "Reduce churn from 3% to 5%",
        "Reduce incidents from 2 per quarter to 1 per month",
        "Llevar la retención del 80% al 110%",
    ],
)
def test_what_contradicts_itself_is_not_taken(title: str) -> None:
    sentence = fill_from_title(KeyResultDraft(title=title), None)

    assert dict(sentence.read) == {}
    assert sentence.remarks[0].startswith("No number is taken from the title.")


@pytest.mark.parametrize(
    ("title", "change"),
    [
        ("Cut the loss by 50% from -200 EUR", "+50%"),
        ("Reducir el déficit un 20% desde -500", "+20%"),
        ("Cut the cost by 50% from 200 EUR", "-50%"),
    ],
)
def test_loss_below_zero_is_cut_towards_zero(title: str, change: str) -> None:
    assert fill_from_title(KeyResultDraft(title=title), None).read["change"] == change


def test_deadline_is_a_day_counted_from_today() -> None:
    def read(title: str) -> Statement:
        return read_statement(title, today=date(2026, 11, 20))

    sentence = fill_from_title(
        KeyResultDraft(title="Cut it from 10 to 4 hours in 4 months"), None, read
    )

    assert sentence.typed.due == "2027-03-20"


def test_words_that_name_no_day_are_told() -> None:
    sentence = fill_from_title(
        KeyResultDraft(title="Cut it from 10 to 4 hours within four months"), None
    )

    assert sentence.typed.due == ""
    assert len(sentence.remarks) == 2
    assert "'within four months' names no day" in sentence.remarks[1]
