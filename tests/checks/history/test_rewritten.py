from okrcli.checks.past import Past, Rewrite
from tests.checks.history.agreed_texts import LATER
from tests.checks.workspaces import found_by


def test_rewritten_check_in_is_told_with_commit_and_day() -> None:
    rewrite = Rewrite("checkins/2026/a.yaml", "edited", "commit 1a2b3c4d", LATER)
    [finding] = found_by("H802", {}, past=Past(rewrites=(rewrite,)))

    assert finding.place == ("checkins/2026/a.yaml", 1, 1)
    assert "edited by commit 1a2b3c4d (2026-10-12), after it was committed" in finding.message
