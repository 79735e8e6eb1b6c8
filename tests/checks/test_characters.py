import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.checks.fix import MendIgnore, SetText
from okrcli.checks.run import check, safe_fixes
from okrcli.checks.specific.tidy import oddities, tidied
from tests.checks.workspaces import TODAY, found_by, loaded

CX = "objectives/2026-Q4/cx.yaml"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("отрасли\u201a который", "отрасли, который"),
        ("конец\u201a", "конец,"),
        ("Vender\u00a0sin esperas", "Vender sin esperas"),
        ("un\u200bseen", "unseen"),
        ("sof\u00adt", "soft"),
        ("c\u0430sh flow", "cash flow"),
        ("отто\u043a кли\u0065нтов", "отток клиентов"),
    ],
)
def test_odd_characters_are_made_the_usual_ones(text: str, expected: str) -> None:
    assert oddities(text)
    assert tidied(text) == expected
    assert not oddities(expected)


@pytest.mark.parametrize(
    "text",
    [
        "15\u00a0% more",
        "до 100\u202f000\u00a0₽",
        "№\u00a07 из\u00a0них",
        "в\u00a0срок",
        "один\u00a0— два",
        "\u201aquoted\u2018 word",
        "1\u201a5",
        "SMS-рассылка",
        "клиенты CRMы и KPIшный отчёт",
        "3D-печать, 1С и e-mail",
        "Ирландия — x",
        "señal, ёж, naïve",
    ],
)
def test_good_typography_and_mixed_words_are_left_alone(text: str) -> None:
    assert oddities(text) == ()
    assert tidied(text) == text


@given(st.text(alphabet="aаcсeе оo\u201a\u00a0\u200b1%—ИИ,рp", max_size=20))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidied(tidied(text)) == tidied(text)


def test_every_text_of_a_plan_is_looked_at() -> None:
    odd = "A\u200bB"
    objective = (
        f"title: {odd}\nwhy: {odd}\nnote: {odd}\nkey_results:\n"
        f"  - {{id: a, title: {odd}, note: {odd}, type: milestones, "
        f"steps: [{{id: s, title: {odd}}}]}}\n"
        f"initiatives:\n  - {{id: i, title: {odd}, note: {odd}}}\n"
    )
    kpi = f"title: {odd}\nwhy: {odd}\nnote: {odd}\n"
    plan = (
        f"kpi: k\nopened: 2026-11-02\ncause: {{type: other, text: {odd}}}\n"
        f"goal: {{value: 1, by: 2026-12-31}}\n"
        f"actions: [{{title: {odd}, owner: zoe, due: 2026-12-01}}]\n"
    )
    checkin = f"date: 2026-11-20\nby: ana\nnote: {odd}\n"
    files = {
        CX: objective,
        "kpis/k.yaml": kpi,
        "improvements/p.yaml": plan,
        "checkins/2026/a.yaml": checkin,
    }
    findings = found_by("S109", files)
    assert len(findings) == 8 + 3 + 2
    assert "checkins/2026/a.yaml" not in {each.place.path for each in findings}


def test_fixes_are_the_texts_with_the_usual_characters() -> None:
    plan = loaded({CX: "title: A\u200bB\nnote: CD\n"})
    assert safe_fixes(plan, TODAY) == (SetText(CX, ("title",), "AB"),)


@pytest.mark.parametrize(
    "files",
    [
        {"okr.yaml": "version: 1\nrules: {ignore: [S109]}\n", CX: "title: A\u200bB\n"},
        {CX: "title: A\u200bB  # okr: ignore[S109] a trademark\n"},
        {
            "okr.yaml": "version: 1\nrules: {per_file_ignores: {'objectives/*': [S]}}\n",
            CX: "title: A\u200bB\n",
        },
    ],
)
def test_what_is_silenced_is_not_mended(files: dict[str, str]) -> None:
    assert safe_fixes(loaded(files), TODAY) == ()


@pytest.mark.parametrize(
    ("comment", "mended"),
    [
        ("# okr: ignore[E004] later", ""),
        ("# okr: ignore[E004, R402] later", "# okr: ignore[R402] later"),
        ("# okr: ignore[no-so-what, E003]", "# okr: ignore[no-so-what]"),
    ],
)
def test_stale_names_are_taken_out_of_comments(comment: str, mended: str) -> None:
    plan = loaded({CX: f"title: A  {comment}\n"})
    (fix,) = safe_fixes(plan, TODAY)
    assert isinstance(fix, MendIgnore)
    assert (fix.path, fix.ignore.line, fix.comment) == (CX, 1, mended)


@pytest.mark.parametrize(
    ("path", "comment", "select"),
    [
        (CX, "# okr: ignore[R402] soon", ()),
        (CX, "# okr: ignore[nonsense]", ()),
        (CX, "# okr: ignore[E002]", ()),
        (CX, "# okr: ignore[E004]", ("R", "E005")),
        (CX, "# okr: ignore[E004]", ("E004",)),
        ("checkins/2026/a.yaml", "# okr: ignore[E004]", ()),
    ],
)
def test_comments_that_may_be_needed_are_left_alone(
    path: str, comment: str, select: tuple[str, ...]
) -> None:
    text = "title: A" if path == CX else "date: 2026-11-20\nby: ana"
    assert safe_fixes(loaded({path: f"{text}  {comment}\n"}), TODAY, select=select) == ()


def test_applied_fix_leaves_nothing_to_find() -> None:
    plan = loaded({CX: "title: отрасли\u201a где мы\n"})
    (fix,) = safe_fixes(plan, TODAY)
    assert isinstance(fix, SetText)
    assert check(loaded({CX: f"title: {fix.text}\n"}), TODAY, select=["S109"]) == ()
