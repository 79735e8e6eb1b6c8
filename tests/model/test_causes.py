"""One cause, one finding."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.causes import by_cause
from okrcli.model.finding import BAD_REFERENCE, CommonCause, Finding, Place

HELP = CommonCause("objective", "help", "2026-Q4")


def a_finding(
    line: int, cause: CommonCause | None = HELP, hint: str = "", path: str = "a"
) -> Finding:
    place = Place(f"checkins/{path}.yaml", line)
    return Finding.of(BAD_REFERENCE, place, "There is no 'help'.", hint, cause=cause)


def test_what_stands_alone_stays_as_it_is() -> None:
    alone = [a_finding(1, None), a_finding(2, None), a_finding(3)]
    assert by_cause(alone) == tuple(alone)


def test_one_cause_is_told_once_at_its_first_place_with_the_others() -> None:
    (found,) = by_cause([a_finding(5), a_finding(7), a_finding(3, path="b")])
    assert found.place == Place("checkins/a.yaml", 5)
    assert found.message == (
        "There is no 'help'. It is named in 3 places: checkins/a.yaml:5, checkins/a.yaml:7 and"
        " checkins/b.yaml:3."
    )


def test_of_many_places_the_first_are_named() -> None:
    (found,) = by_cause(a_finding(line) for line in range(1, 1204))
    assert found.message == (
        "There is no 'help'. It is named in 1,203 places: checkins/a.yaml:1, checkins/a.yaml:2,"
        " checkins/a.yaml:3 and 1,200 more."
    )


def test_several_in_one_line_are_one_place() -> None:
    (found,) = by_cause([a_finding(5), a_finding(5)])
    assert found.message == "There is no 'help'."


def test_hint_that_most_agree_on_is_told() -> None:
    (found,) = by_cause([a_finding(1, hint="x"), a_finding(2, hint="y"), a_finding(3, hint="y")])
    assert found.hint == "y"


def test_cause_without_a_cycle_is_the_one_that_is_known_with_one() -> None:
    short = HELP._replace(cycle="")
    assert len(by_cause([a_finding(1, short), a_finding(2)])) == 1
    of_other = HELP._replace(cycle="2026-Q3")
    assert len(by_cause([a_finding(1, short), a_finding(2), a_finding(3, of_other)])) == 3


def test_things_of_one_cause_are_named_where_it_is_about_things() -> None:
    silence = CommonCause("silence", "ana", "2026-11-13", is_of_things=True)
    findings = [
        replace(a_finding(line, silence), ref=ref, message=f"{ref} is late.")
        for line, ref in enumerate(["nps", "2026-Q4/help/reply", "2026-Q4/help/portal"], 1)
    ]
    (found,) = by_cause(findings)
    assert (found.ref, found.place.line) == ("nps", 1)
    assert found.message == (
        "nps is late. The same applies to 2026-Q4/help/reply and 2026-Q4/help/portal."
    )
    (many,) = by_cause(replace(a_finding(n, silence), ref=f"k{n}") for n in range(1, 7))
    assert many.message.endswith(" The same applies to k2, k3, k4 and 2 more.")
    assert by_cause(findings[:1]) == (findings[0],)


_causes = st.none() | st.builds(
    CommonCause,
    st.sampled_from(["KPI", "person"]),
    st.sampled_from("ab"),
    st.sampled_from(["", "Q4"]),
    is_of_things=st.just(False),
)


@given(st.lists(_causes))
def test_nothing_is_lost_and_nothing_is_told_twice(causes: Sequence[CommonCause | None]) -> None:
    findings = [a_finding(line, cause) for line, cause in enumerate(causes, 1)]
    found = by_cause(findings)
    assert {each.place for each in found} <= {each.place for each in findings}
    alone = sum(cause is None for cause in causes)
    named = {(cause.kind, cause.name) for cause in causes if cause}
    assert len(found) == alone + len(named)
    assert by_cause(found) == found
