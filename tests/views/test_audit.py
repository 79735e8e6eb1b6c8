from okrcli.model.finding import FindingCounts
from tests.render.audit.samples import AUDIT, CLEAN, LINES


def test_lines_are_counted_by_severity() -> None:
    assert AUDIT.counts == FindingCounts(error=2, warning=1, info=1)
    assert CLEAN.counts == FindingCounts()


def test_commit_is_what_there_is_to_look_at() -> None:
    assert [line.look for line in LINES] == [
        "git show 20261121aaaa",
        None,
        "git show 20261102aaaa",
        "git show 20261102aaaa",
    ]
