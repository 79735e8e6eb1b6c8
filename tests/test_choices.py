from itertools import product

from okrcli.choices import Pace, ReportSort, Severity


def test_severities_are_compared_with_the_most_serious_first() -> None:
    for (first, one), (second, other) in product(enumerate(Severity), repeat=2):
        assert one.is_at_least(other) == (first <= second)


def test_what_is_chosen_reads_as_it_is_written() -> None:
    assert (f"{Pace.OFF_TRACK}", ReportSort("due"), Severity("info")) == (
        "off_track",
        ReportSort.DUE,
        Severity.INFO,
    )
