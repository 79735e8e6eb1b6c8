"""What is written goes on meaning the same."""

import pytest

from okrcli.actions.naming.same_meaning import require_same_meaning, texts_as_before
from okrcli.errors import OkrError
from tests.builders import a_checkin, a_key_result, a_plan, an_entry, an_objective


def test_entry_that_would_count_elsewhere_is_named() -> None:
    entry = an_entry(47, key_result="cx-leader/nps")
    checkins = [a_checkin("2026-11-06", entry)]
    before = a_plan(an_objective(a_key_result()), *checkins)
    after = a_plan(an_objective(a_key_result(), id="cx-first"), *checkins)
    require_same_meaning(before, before, str)
    with pytest.raises(OkrError, match="about '2026-Q4/cx-leader/nps' would mean"):
        require_same_meaning(before, after, str)


def test_texts_have_the_names_of_before() -> None:
    text = texts_as_before("2026-Q4/cx-leader", "2026-Q4/a")
    assert (
        text("2026-Q4/a/nps and a, not a-b or b-a")
        == "2026-Q4/cx-leader/nps and cx-leader, not a-b or b-a"
    )
