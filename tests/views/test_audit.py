from okrcli.model.finding import FindingCounts
from tests.render.audit.samples import AUDIT, LINES


def test_line_says_how_to_look_at_its_commit() -> None:
    assert LINES[0].look == "git show 20261121aaaa"
    assert LINES[1].look is None


def test_lines_are_counted_by_severity() -> None:
    assert AUDIT.counts == FindingCounts(2, 1, 1)
