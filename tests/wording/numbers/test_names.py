import re

import pytest

from okrcli.wording.letters import compose, flatten
from okrcli.wording.numbers.names import hide_names


def hidden(text: str) -> str:
    flat = flatten(compose(text))
    return " ".join(hide_names(flat, frozenset(re.findall(r"[^\W\d_]+", flat))).split())


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("P95 latency", "latency"),
        ("Get SOC 2 done", "get done"),
        ("ISO 27001:2022 audit", "audit"),
        ("PCI DSS 4.0 compliance", "compliance"),
        ("Ship v19.2", "ship"),
        ("Fix PROJ-101", "fix"),
        ("Be #1", "be"),
        ("24/7 chat", "chat"),
        ("2FA for all", "for all"),
        ("5xx errors", "errors"),
        ("Close the 5th deal", "close the deal"),
        ("The 2025 survey", "the survey"),
        ("Внедрить 1С", "внедрить"),
        ("Занять 1 место", "занять"),
        ("Two one-on-one talks", "two talks"),
    ],
)
def test_hide_names_blanks_digits_that_count_nothing(text: str, rest: str) -> None:
    assert hidden(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "raise nps to 50",
        "usd500 mrr",
        "x2 growth",
        "10x growth",
        "grow to 2020 users",
        "top-10 clients",
        "release 3 features",
        "100k users",
        "2d per week",
    ],
)
def test_hide_names_leaves_quantities(text: str) -> None:
    assert hidden(text) == text


def test_hide_names_keeps_every_place() -> None:
    flat = "fix p95 by 5"
    assert hide_names(flat, frozenset(flat.split())) == "fix     by 5"
