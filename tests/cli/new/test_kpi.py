"""`okr new kpi`, from options and from the catalogue."""

from pathlib import Path

import pytest

from okrcli.checks.run import check
from okrcli.model.catalog import CATALOG
from okrcli.model.finding import Severity
from okrcli.model.goalposts import Band
from okrcli.storage.workspace import load_plan
from tests.builders import a_day
from tests.cli.conftest import Okr
from tests.cli.test_app import modules_after
from tests.cli.workspaces import SETTINGS, TODAY, Ran, write
from tests.repositories import git, last_commit, photograph

COMPUTED = [each.id for each in CATALOG.values() if each.parts]


def added(run_okr: Okr, root: Path, entry: str, *more: str) -> Ran:
    """Add the KPI with what only the team can know."""
    down = CATALOG[entry].direction == "down"
    baseline, target = ("3", "2") if down else ("2", "3")
    known = ("--baseline", baseline, "--target", target, "--serves", "cx-leader")
    common = ("--owner", "ana", "--team", "support", "--no-commit")
    ran = run_okr(root, "new", "kpi", "--from", f"catalog:{entry}", *known, *common, *more)
    assert ran.code == 0, ran.err
    return ran


def errors_in(root: Path) -> list[str]:
    """Return the errors of KPIs; that nothing is read yet is none of them."""
    found = check(load_plan(root), a_day(TODAY))
    return [
        f"{each.rule.code} {each.message}"
        for each in found
        if each.severity is Severity.ERROR and each.place.path.startswith("kpis/")
    ]


@pytest.mark.parametrize("language", ["en", "es", "ru"])
@pytest.mark.parametrize("entry", CATALOG)
def test_every_entry_becomes_a_file_without_errors(
    run_okr: Okr, acme: Path, entry: str, language: str
) -> None:
    added(run_okr, acme, entry, "--language", language)

    assert errors_in(acme) == []
    plan = load_plan(acme)
    kpi, known = plan.kpi(entry), CATALOG[entry]
    words = known.words(language)  # type: ignore[arg-type]
    assert plan.findings == ()
    assert (kpi.title, kpi.why, kpi.bounds) == (words.title, words.why, known.bounds)
    assert (kpi.direction, kpi.kind, kpi.family) == (known.direction, known.kind, known.family)
    assert (kpi.cadence, kpi.survey, kpi.formula) == (known.cadence, known.survey, None)
    assert kpi.unit == known.unit[language]  # type: ignore[index]
    assert kpi.language == (None if language == "en" else language)
    text = " ".join((acme / f"kpis/{entry}.yaml").read_text().replace("\n# ", " ").split())
    for told in (words.definition, words.calculation, *words.pitfalls):
        assert told in text


@pytest.mark.parametrize("entry", COMPUTED)
def test_every_computed_entry_comes_with_its_parts_and_without_errors(
    run_okr: Okr, acme: Path, entry: str
) -> None:
    ran = added(run_okr, acme, entry, "--with-parts")

    plan = load_plan(acme)
    parts = [part.id for part in CATALOG[entry].parts]
    assert sorted(plan.kpis_by_id) == sorted([entry, *parts])
    assert (plan.kpi(entry).formula, plan.kpi(entry).survey) == (CATALOG[entry].formula, None)
    assert errors_in(acme) == []
    assert "K604" not in ran.err
    assert f"Next: okr kpi record {parts[0]} VALUE" in ran.out


def test_entry_is_a_commented_file_of_one_commit(run_okr: Okr, repository: Path) -> None:
    ran = run_okr(repository, "new", "kpi", "--from", "catalog:nps", "--target", "60")

    assert ran.code == 0, ran.err
    assert git(repository, "log", "-1", "--format=%s") == "Add KPI: nps"
    assert (repository / "kpis/nps.yaml").read_text() == (
        "# How far those who would recommend you outnumber those who would not, asked on a scale"
        " from 0 to\n# 10.\n"
        "# Formula: 100 × (answers of 9 or 10 − answers from 0 to 6) ÷ all answers\n"
        "# Pitfalls:\n"
        "# - A 6 is a detractor; 7 and 8 count in the denominator alone.\n"
        "# - It goes from −100 to 100 and is no percentage: write points.\n"
        "# - Below a few hundred answers it swings by ten points or more: look at the margin"
        " of error\n#   before you act.\n"
        "# - Compare only with yourself, asked at the same moment in the same channel.\n"
        "# Read with: csat, response_rate, churn_rate\n"
        "# Source: Reichheld, The One Number You Need to Grow, Harvard Business Review, 2003\n"
        "title: Net Promoter Score (NPS)\n"
        "why: It tells whether customers put their own name behind you, which word of mouth and"
        " renewals follow.\n"
        "unit: points\ndirection: up\nbounds: [-100, 100]\nkind: lagging\nfamily: satisfaction\n"
        "owner: ana\n"
        "# Still to be measured: write the value of the start here.\n"
        "baseline: unknown\ntarget: {value: 60}\ncadence: monthly\n"
        "survey: {type: nps, scale: [0, 10]}\nadded: 2026-11-20\n"
    )
    assert "warning K603 metric-not-kpi: nps serves no objective" in ran.err
    assert "Next: okr kpi survey nps FILE, or okr kpi record nps VALUE" in ran.out


def test_what_is_left_open_is_told(run_okr: Okr, acme: Path) -> None:
    ran = run_okr(acme, "new", "kpi", "--from", "nps", "--no-commit")
    assert (ran.code, "nps has no `target`." in ran.err) == (3, True)
    assert not (acme / "kpis/nps.yaml").exists()

    ran = run_okr(acme, "new", "kpi", "--from", "nps", "--draft", "--no-commit")
    assert ran.code == 0, ran.err
    assert load_plan(acme).kpi("nps").status == "draft"


@pytest.mark.parametrize("language", ["es", "ru"])
def test_percent_sign_stays_with_its_number_in_the_comments(
    run_okr: Okr, acme: Path, language: str
) -> None:
    entry = ("--from", "catalog:win_rate_created", "--language", language, "--draft")
    ran = run_okr(acme, "new", "kpi", "created", *entry, "--no-commit")

    assert ran.code == 0, ran.err
    text = (acme / "kpis/created.yaml").read_text(encoding="utf-8")
    assert "30 %" in " ".join(text.split())
    assert "#   %" not in text
    assert "\u00a0" not in text


def test_parts_are_added_in_the_same_commit(run_okr: Okr, repository: Path) -> None:
    entry = ("--from", "catalog:churn_rate", "--target", "3")
    ran = run_okr(repository, "new", "kpi", *entry, "--with-parts")

    assert ran.code == 0, ran.err
    assert git(repository, "log", "-1", "--format=%s") == (
        "Add KPI: churn_rate, customers_lost, customers_at_start"
    )
    assert git(repository, "show", "--format=", "--name-only").split() == [
        "kpis/churn_rate.yaml",
        "kpis/customers_at_start.yaml",
        "kpis/customers_lost.yaml",
    ]
    assert (repository / "kpis/customers_lost.yaml").read_text() == (
        "title: Customers lost of those at the start\n"
        'why: "Needed to compute: Churn rate"\n'
        "unit: customers\nbounds: [0, null]\nowner: ana\ncadence: monthly\nadded: 2026-11-20\n"
    )


def test_parts_that_are_there_stay_as_they_are(run_okr: Okr, acme: Path) -> None:
    mine = "title: My customers\nunit: customers\nwhy: I count them.\n"
    write(acme, {"kpis/customers_at_start.yaml": mine})
    added(run_okr, acme, "churn_rate", "--with-parts")

    assert (acme / "kpis/customers_at_start.yaml").read_text() == mine
    assert (acme / "kpis/customers_lost.yaml").exists()


def test_entry_is_computed_where_all_its_parts_are_there(run_okr: Okr, acme: Path) -> None:
    added(run_okr, acme, "clv")
    added(run_okr, acme, "cac")
    ran = added(run_okr, acme, "clv_per_cac")

    assert load_plan(acme).kpi("clv_per_cac").formula == "clv / cac"
    assert "Next: okr kpi show clv_per_cac" in ran.out


def test_part_that_is_an_entry_is_written_like_one_and_takes_readings(
    run_okr: Okr, acme: Path
) -> None:
    added(run_okr, acme, "clv", "--with-parts")

    margin = load_plan(acme).kpi("gross_margin")
    assert (margin.title, margin.kind, margin.formula) == ("Gross margin", "lagging", None)
    assert "# Pitfalls:" in (acme / "kpis/gross_margin.yaml").read_text()


def test_currency_goes_for_the_parts_in_money_as_well(run_okr: Okr, acme: Path) -> None:
    added(run_okr, acme, "cac", "--with-parts", "--unit", "GBP")

    plan = load_plan(acme)
    units = {kpi.id: kpi.unit for kpi in plan.kpis}
    assert units == {
        "cac": "GBP",
        "sales_and_marketing_cost": "GBP",
        "new_customers": "customers",
    }


def test_options_come_before_what_the_entry_says(run_okr: Okr, acme: Path) -> None:
    ran = run_okr(
        acme,
        *("new", "kpi", "chat_wait", "--from", "catalog:first_response_time", "--no-commit"),
        *("--title", "Wait in chat", "--unit", "minutes", "--direction", "range"),
        *("--why", "They wait.", "--kind", "lagging", "--family", "customer"),
        *("--bounds", "0..60", "--cadence", "weekly", "--segment", "web", "--aggregate", "mean"),
        *("--baseline", "12", "--target", "2..5"),
    )

    assert ran.code == 0, ran.err
    kpi = load_plan(acme).kpi("chat_wait")
    assert (kpi.title, kpi.unit, kpi.direction, kpi.why) == (
        "Wait in chat",
        "minutes",
        "range",
        "They wait.",
    )
    assert (kpi.kind, kpi.family, kpi.cadence) == ("lagging", "customer", "weekly")
    assert f"{kpi.aggregate} {kpi.bounds.high}" == "mean 60"
    assert str(kpi.baseline) == "12"


def test_segments_make_up_the_whole_as_the_entry_says(run_okr: Okr, acme: Path) -> None:
    added(run_okr, acme, "csat", "--segment", "chat", "--segment", "voice")
    added(run_okr, acme, "ticket_backlog", "--segment", "chat")

    plan = load_plan(acme)
    assert (plan.kpi("csat").aggregate, plan.kpi("ticket_backlog").aggregate) == ("weighted", "sum")


def test_title_as_argument_gives_title_and_id(run_okr: Okr, acme: Path) -> None:
    added(run_okr, acme, "csat", "Happy in chat")

    assert load_plan(acme).kpi("happy_in_chat").title == "Happy in chat"


def test_own_formula_needs_no_survey(run_okr: Okr, acme: Path) -> None:
    write(acme, {"kpis/happy.yaml": "title: Happy\nunit: answers\nwhy: A part.\n"})
    added(run_okr, acme, "csat", "--formula", "happy / 2")

    assert load_plan(acme).kpi("csat").survey is None


def test_language_is_the_workspace_s_unless_another_is_asked_for(run_okr: Okr, acme: Path) -> None:
    write(acme, {"okr.yaml": f"{SETTINGS}language: ru\n"})
    added(run_okr, acme, "csat")
    added(run_okr, acme, "nps", "--language", "es")

    plan = load_plan(acme)
    assert (plan.kpi("csat").title, plan.kpi("csat").language) == (
        "Удовлетворённость клиентов (CSAT)",
        None,
    )
    assert plan.kpi("nps").language == "es"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--from", "catalog:chrun_rate"], "Did you mean churn_rate"),
        (["--from", "catalog:revenue", "--with-parts"], "revenue is not computed from other KPIs"),
        (["--with-parts"], "--with-parts needs a ready definition."),
        (["--from", "nps", "--for", "retention"], "Give one of them."),
        (
            ["--from", "cac", "--with-parts", "--formula", "1"],
            "--formula and --with-parts give different",
        ),
        (["--from", "cac", "--unit", "EUR", "--target", "5 h"], "5 h"),
        (["--from", "nps", "--direction", "sideways"], "sideways"),
        (["--for", "world peace"], "The catalogue has nothing for 'world peace'."),
    ],
)
def test_what_does_not_go_is_refused_and_nothing_changes(
    run_okr: Okr, acme: Path, arguments: list[str], message: str
) -> None:
    before = photograph(acme)
    ran = run_okr(acme, "new", "kpi", *arguments)

    assert (ran.code, message in ran.err) == (2, True), ran.err
    assert photograph(acme) == before


def test_entry_that_is_there_already_needs_another_id(run_okr: Okr, acme: Path) -> None:
    added(run_okr, acme, "nps")
    ran = run_okr(acme, "new", "kpi", "--from", "catalog:nps")

    assert ran.code == 2
    assert "A KPI 'nps' already exists." in ran.err


def test_entry_that_would_be_its_own_part_is_refused(run_okr: Okr, acme: Path) -> None:
    before = photograph(acme)
    ran = run_okr(acme, "new", "kpi", "cac", "--from", "catalog:clv_per_cac", "--with-parts")

    assert (ran.code, "Nothing was written" in ran.err) == (3, True), ran.err
    assert photograph(acme) == before


@pytest.mark.parametrize(
    ("baseline", "target", "by", "remarked"),
    [
        ("5", "3", None, True),
        ("5", "3", "2026-12-31", False),
        ("3", "3", None, False),
        ("2", "3", None, False),
        ("unknown", "3", None, False),
        ("5", "2..3", None, False),
    ],
)
def test_way_to_the_target_begins_today_or_a_date_for_it_is_asked_for(
    run_okr: Okr, acme: Path, baseline: str, target: str, by: str | None, *, remarked: bool
) -> None:
    goals = ("--direction", "down", "--baseline", baseline, "--target", target, "--why", "It costs")
    until = ("--target-by", by) if by else ()
    ran = run_okr(acme, "new", "kpi", "churn", "--unit", "%", *goals, *until, "--no-commit")

    assert ran.code == 0, ran.err
    assert ("--target-by" in ran.err) is remarked
    kpi = load_plan(acme).kpi("churn")
    assert kpi.target is not None
    assert (kpi.added, kpi.target.since) == (a_day(TODAY), a_day(TODAY) if by else None)


def test_kpi_without_an_entry_needs_no_catalogue(acme: Path) -> None:
    arguments = ["new", "kpi", "calls", "--direction", "up", "--draft", "--root", str(acme)]
    modules = modules_after(f"from okrcli.cli.app import run; run({arguments})")

    assert (acme / "kpis/calls.yaml").exists()
    assert not {each for each in modules if each.startswith("okrcli.model.catalog")}


def test_new_kpi_takes_every_field_from_an_option(okr: Okr, root: Path) -> None:
    ran = okr(
        *("new", "kpi", "First reply time", "--unit", "h", "--direction", "down"),
        *("--bounds", "0..", "--why", "They wait.", "--kind", "leading", "--family", "operations"),
        *("--team", "support", "--serves", "cx-leader", "--baseline", "4:30", "--target", "2 h"),
        *("--target-by", "2026-12-31", "--warning", "1", "--cadence", "daily"),
        *("--segment", "chat", "--segment", "voice", "--aggregate", "weighted"),
    )

    assert ran.code == 0, ran.err
    assert last_commit(root) == ("Add KPI: first_reply_time", ["kpis/first_reply_time.yaml"])
    assert (root / "kpis/first_reply_time.yaml").read_text() == (
        "title: First reply time\nwhy: They wait.\nunit: h\ndirection: down\nbounds: [0, null]\n"
        "kind: leading\nfamily: operations\nowner: ana\nteam: support\nserves: [cx-leader]\n"
        "baseline: 4.5\ntarget: {value: 2, by: 2026-12-31, since: 2026-11-20}\n"
        "warning: 1\ncadence: daily\n"
        "segments: [chat, voice]\naggregate: weighted\nadded: 2026-11-20\n"
    )


def test_new_kpi_from_an_id_gets_its_words_as_title(okr: Okr, root: Path) -> None:
    okr("new", "kpi", "first_reply_time", "--direction", "down", "--draft")
    okr("new", "kpi", "clv", "--direction", "up", "--target", "5..9", "--draft")

    kpis = load_plan(root).kpis_by_id
    assert kpis["first_reply_time"].title == "First reply time"
    assert kpis["clv"].title == "CLV"
    assert kpis["clv"].target is not None
    assert isinstance(kpis["clv"].target.range, Band)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ([], 2, "A KPI needs an id or a title."),
        (["nps", "--direction", "up"], 2, "A KPI 'nps' already exists."),
        (["churn"], 2, "A KPI needs a direction."),
        (["churn", "--direction", "down", "--bounds", "5"], 2, "is not a pair of bounds"),
        (["churn", "--direction", "down", "--team", "nobody"], 3, "nobody"),
    ],
)
def test_kpi_that_would_be_wrong_is_refused_and_nothing_changes(
    okr: Okr, root: Path, arguments: list[str], code: int, message: str
) -> None:
    before = photograph(root)
    ran = okr("new", "kpi", *arguments)

    assert (ran.code, message in ran.err) == (code, True), ran.err
    assert photograph(root) == before
