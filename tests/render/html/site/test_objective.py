from okrcli.views.site import Entry, NewFile, ObjectivePage
from tests.builders import a_checkin, a_key_result, an_entry, milestones
from tests.render.html.site.frames import page_text
from tests.render.show.sheets import of_key_result, of_objective

ENTRIES = (
    a_checkin("2026-10-09", an_entry(42, confidence=6)),
    a_checkin("2026-11-20", an_entry(47, note="second wave")),
)


def a_page(**changes: object) -> ObjectivePage:
    facts = {
        "sheet": of_objective(a_key_result()),
        "key_results": (of_key_result(a_key_result(), *ENTRIES),),
        "new_files": {},
    }
    return ObjectivePage(**(facts | changes))  # type: ignore[arg-type]  # a test's facts


def test_key_result_has_facts_chart_and_every_entry() -> None:
    text = page_text(a_page())

    assert "<dt>Baseline</dt><dd>40</dd>" in text
    assert text.count('class="chart"') == 1
    assert "second wave" in text
    assert 'id="2026-Q4/cx-leader/nps"' in text


def test_steps_stand_in_a_table() -> None:
    steps = milestones(1, 1, id="nps")
    page = ObjectivePage(of_objective(steps), (of_key_result(steps),), {})

    assert "<caption>Steps</caption>" in page_text(page)


def test_file_to_add_is_linked_and_shown_letter_by_letter() -> None:
    file = NewFile("https://github.com/x", "checkins/a.yaml", "by: ana\n  - <b>: 1\n")
    text = page_text(a_page(new_files={"2026-Q4/cx-leader/nps": file}))

    assert '<a class="button" href="https://github.com/x">' in text
    assert "by: ana\n  - &lt;b&gt;: 1\n</pre>" in text


def test_team_and_owner_are_linked() -> None:
    text = page_text(a_page(belongs_to=(Entry("person:ana", "person", "Ana"),)))

    assert '<a href="../people/ana.html">Ana</a>' in text
