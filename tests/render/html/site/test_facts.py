from okrcli.choices import Audience
from okrcli.render.html.site.facts import PUBLIC, SHOWN_ELSEWHERE, facts_for

FACTS = [("Owner", "ana"), ("Why", "Because."), ("Target", "60"), ("File", "a.yaml")]


def test_facts_that_stand_at_the_top_are_not_repeated() -> None:
    assert facts_for(FACTS, Audience.ALL) == [("Why", "Because."), ("Target", "60")]


def test_wider_audience_sees_only_what_is_named() -> None:
    assert facts_for(FACTS, Audience.TITLES) == [("Target", "60")]
    assert PUBLIC.isdisjoint({*SHOWN_ELSEWHERE, "Why", "Note", "Approved by", "Closed"})
