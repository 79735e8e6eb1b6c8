from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.loops import loop_text, loops_in

NAMES = st.sampled_from("abcdefg")


def test_loop_begins_with_the_first_name_by_the_alphabet() -> None:
    assert loops_in({"c": ["a"], "b": ["c"], "a": ["b"]}) == (("a", "b", "c"),)


def test_thing_that_names_itself_is_a_loop() -> None:
    assert loops_in({"a": ["a"], "b": ["a"]}) == (("a",),)


def test_what_leads_to_a_loop_or_away_from_it_is_in_none() -> None:
    assert loops_in({"a": ["b"], "b": ["c"], "c": ["b", "d"], "d": ["e"]}) == (("b", "c"),)


def test_loops_that_share_a_member_are_both_told() -> None:
    assert loops_in({"a": ["b", "c"], "b": ["a"], "c": ["a"]}) == (("a", "b"), ("a", "c"))


@given(st.dictionaries(NAMES, st.lists(NAMES, max_size=4)))
def test_each_name_that_leads_back_to_itself_is_in_a_loop(graph: dict[str, list[str]]) -> None:
    found = loops_in(graph)
    for loop in found:
        following = (*loop[1:], loop[0])
        assert all(named in graph[name] for name, named in zip(loop, following, strict=True))
    assert {name for loop in found for name in loop} == {
        name for name in graph if name in _reached_from(name, graph)
    }


def _reached_from(name: str, graph: dict[str, list[str]]) -> set[str]:
    reached: set[str] = set()
    open_ = [*graph[name]]
    while open_:
        named = open_.pop()
        if named not in reached:
            reached.add(named)
            open_ += graph.get(named, [])
    return reached


def test_long_loop_is_shown_in_part() -> None:
    loop = tuple(f"k_{number}" for number in range(2_000))
    assert loop_text(loop) == (
        "k_0 → k_1 → k_2 → k_3 → k_4 → k_5 → 1,988 more → "
        "k_1994 → k_1995 → k_1996 → k_1997 → k_1998 → k_1999 → k_0"
    )


def test_loop_is_shown_whole_where_a_part_would_leave_out_a_single_name() -> None:
    loop = tuple(f"k_{number}" for number in range(13))
    assert loop_text(loop).count("k_") == 14
    assert "more" not in loop_text(loop)
