from okrcli.model.finding import Severity
from okrcli.render.audit.words import line_text, summary, who_text
from okrcli.render.drawing.style import UNICODE
from okrcli.views.audit import AuditLine
from tests.render.audit.samples import AUDIT, LINES
from tests.render.story.samples import CHECKIN


def test_file_is_named_where_nothing_else_says_what_it_is_about() -> None:
    of_file, of_key_result, event, silenced = (line_text(line, UNICODE) for line in LINES)

    assert of_file.startswith(f"{CHECKIN}: This check-in was edited")
    assert of_key_result.startswith("Title of 2026-Q4/cx-leader/nps")
    assert event.startswith("2026-Q4/cx-leader/nps: title")
    assert silenced.endswith("The check does not report it.")


def test_objective_is_named_where_the_message_does_not_name_it() -> None:
    line = AuditLine(
        severity=Severity.WARNING,
        message="This amendment is by carla, but commit 20261102, which added it, is by ana.",
        code="H806",
        ref="2026-Q4/cx-leader",
        path="objectives/2026-Q4/cx-leader.yaml",
    )

    assert line_text(line, UNICODE).startswith("2026-Q4/cx-leader: This amendment is by carla")


def test_people_are_named_with_the_day() -> None:
    assert who_text(LINES[2]) == "ana on 2026-11-02"
    assert who_text(LINES[0]).endswith(" and carlos on 2026-11-21")
    assert who_text(LINES[1]) == ""


def test_summary_counts_what_was_found_and_what_is_in_order() -> None:
    assert summary(AUDIT).split("; ") == [
        "2 errors, 1 warning, 1 note. Verified: 40 commits",
        "12 check-ins as committed",
        "7 objectives, key results and KPIs as agreed",
        "2 approved amendments",
        "1 objective approved by somebody else",
        "1 objective merged by somebody else",
        "3 commits with a verified signature",
        "1 commit with a signature that cannot be verified here",
        "2 commits without a signature.",
    ]
