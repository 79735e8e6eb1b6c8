"""The table of commands."""

from collections.abc import Mapping

from okrcli.cli.start.lazy import Entry

_NEW: Mapping[str, Entry] = {
    "objective": Entry(
        "okrcli.cli.new.objective:new_objective",
        "Add an objective, without key results at first.",
        ["new objective", 'new objective "Become the leader in support" --team support'],
    ),
    "kr": Entry(
        "okrcli.cli.new.key_result:new_key_result",
        "Add a key result to an objective.",
        [
            'new kr cx-leader "Raise NPS from 40 to 60 points by 2026-12-31"',
            'new kr cx-leader "Raise NPS" --kpi nps --baseline 40 --target 60',
            'new kr cx-leader "Train the team" --step "pilot: Two teams" --step "Everybody"',
        ],
    ),
    "kpi": Entry(
        "okrcli.cli.new.kpi:new_kpi",
        "Add a KPI: a number that is watched permanently.",
        [
            "new kpi first_reply --unit h --direction down --target 4",
            "new kpi --from catalog:nps --with-parts",
            "new kpi --for support",
        ],
    ),
    "cycle": Entry(
        "okrcli.cli.new.cycle:new_cycle",
        "Plan a cycle: drafts of what goes on.",
        ["new cycle 2027-Q1", "new cycle 2027-Q1 --from 2026-Q4 --all"],
    ),
}
_KPI: Mapping[str, Entry] = {
    "list": Entry(
        "okrcli.cli.kpi.list:kpi_list",
        "Show value, trend, target and health of all.",
        [
            "kpi list --health breach",
            "kpi list --team support --output csv=kpis.csv",
            "kpi list --format prometheus",
        ],
    ),
    "show": Entry(
        "okrcli.cli.overviews.show:kpi_show",
        "Show all about one KPI, with its segments.",
        ["kpi show nps", "kpi show nps --as-of 2026-11-20 --all"],
    ),
    "record": Entry(
        "okrcli.cli.kpi.record:kpi_record",
        "Record one reading.",
        ["kpi record nps 47", "kpi record csat 83.5 --segment chat --date 2026-11-13"],
        takes_values=True,
    ),
    "import": Entry(
        "okrcli.cli.kpi.import_:kpi_import",
        "Import readings from files, all or none.",
        [
            "kpi import readings.csv --dry-run",
            "kpi import survey.xlsx --map value=Score --kpi nps",
            "kpi import --all",
        ],
    ),
    "survey": Entry(
        "okrcli.cli.kpi.survey:kpi_survey",
        "Compute a score from raw answers.",
        [
            "kpi survey nps answers.csv --dry-run",
            "kpi survey csat answers.csv --segment Channel --date-column Day --per month",
        ],
    ),
    "catalog": Entry(
        "okrcli.cli.kpi.catalog:kpi_catalog",
        "Show ready definitions of KPIs.",
        ["kpi catalog", "kpi catalog nps --language es", "kpi catalog --for support"],
    ),
    "alerts": Entry(
        "okrcli.cli.kpi.alerts:kpi_alerts",
        "Tell what has slipped; for CI and cron.",
        ["kpi alerts --unplanned", "kpi alerts --strict --output markdown=alerts.md"],
    ),
}
_IMPROVE: Mapping[str, Entry] = {
    "open": Entry(
        "okrcli.cli.improve.open:improve_open",
        "Open a plan: cause, goal and actions.",
        [
            "improve open csat",
            "improve open csat --cause training --goal 85 --by 2026-12-31",
        ],
    ),
    "follow-up": Entry(
        "okrcli.cli.improve.follow_up:improve_follow_up",
        "Record what has happened since.",
        ['improve follow-up csat "8 of 12 are trained" --done 1', "improve follow-up csat"],
    ),
    "close": Entry(
        "okrcli.cli.improve.close:improve_close",
        "Close a plan, measured against its goal.",
        ["improve close csat", 'improve close csat --note "A named owner helps." --yes'],
    ),
}

COMMANDS: Mapping[str, Entry] = {
    "init": Entry(
        "okrcli.cli.init:init",
        "Create a workspace, empty or from an example.",
        ["init", "init team/okr --language es", "init --example customer-experience --ci github"],
    ),
    "new": Entry(help="Add an objective, a key result, a KPI or a cycle.", commands=_NEW),
    "checkin": Entry(
        "okrcli.cli.checkin.app:checkin",
        "Record this week's values as one commit.",
        [
            "checkin",
            'checkin cx-leader/nps 47 --confidence 7 --note "second wave"',
            "checkin --from values.csv --push",
        ],
        takes_values=True,
    ),
    "approve": Entry(
        "okrcli.cli.changing.approve:approve",
        "Approve objectives; drafts become active.",
        ["approve cx-leader", "approve 2026-Q4/cx-leader growth --as ana"],
    ),
    "amend": Entry(
        "okrcli.cli.changing.amend:amend",
        "Change a target, a date or a unit openly.",
        [
            'amend cx-leader/nps --target 50 --why "One market fewer" --approved-by pavel',
            'amend first_reply --unit h --factor 1/60 --why "Read in hours"',
            'amend cx-leader/hours --drop --why "The tool is gone"',
        ],
    ),
    "retract": Entry(
        "okrcli.cli.changing.retract:retract",
        "Take back what was checked in by mistake.",
        [
            "retract 2026-11-20-ana-7f3a9c12 cx-leader/nps",
            'retract 2026-11-20-pavel-1a2b3c4d --why "Read from the wrong sheet"',
        ],
    ),
    "rename": Entry(
        "okrcli.cli.changing.rename:rename",
        "Give an objective, key result or KPI another id.",
        ["rename cx-leader cx-first", "rename cx-leader/nps promoters", "rename csat csat_chat"],
    ),
    "move": Entry(
        "okrcli.cli.changing.move:move",
        "Move a key result to another objective.",
        ["move cx-leader/nps growth", "move 2026-Q4/cx-leader/nps growth --dry-run"],
    ),
    "close": Entry(
        "okrcli.cli.changing.close:close",
        "Close objectives with score and lessons.",
        [
            "close --status",
            'close cx-leader --worked "Weekly calls" --did-not "Mails" --next "Call first"',
            "close --cycle 2026-Q4 --edit",
        ],
    ),
    "carry": Entry(
        "okrcli.cli.changing.carry:carry",
        "Go on with objectives in another cycle.",
        ["carry cx-leader --to 2027-Q1", "carry cx-leader growth --to 2027-Q1 --dry-run"],
    ),
    "report": Entry(
        "okrcli.cli.overviews.report:report",
        "Show progress, pace and what needs attention.",
        [
            "report --team support --watch",
            "report --as-of 2026-11-20 --output markdown=report.md --output slack=message.json",
            "report --diff origin/main --format markdown",
        ],
    ),
    "show": Entry(
        "okrcli.cli.overviews.show:show",
        "Show one objective, key result or KPI in full.",
        ["show cx-leader", "show 2026-Q4/cx-leader/nps --format json"],
    ),
    "tree": Entry(
        "okrcli.cli.overviews.tree:tree",
        "Show which objective serves which.",
        ["tree", "tree cx-leader --format markdown", "tree --cycle 2026-Q4 --format mermaid"],
    ),
    "review": Entry(
        "okrcli.cli.overviews.review:review",
        "Show what somebody did, for a conversation.",
        ["review --owner ana", "review --team support --cycle 2026-Q4 --output markdown=q4.md"],
    ),
    "log": Entry(
        "okrcli.cli.overviews.log:log",
        "Tell the story of everything, or of one thing.",
        ["log", "log cx-leader/nps", "log nps --format json"],
    ),
    "audit": Entry(
        "okrcli.cli.overviews.audit:audit",
        "Tell whether the history was kept as it was recorded.",
        ["audit", "audit --output markdown=audit.md"],
    ),
    "kpi": Entry(help="Readings, health, alerts and ready definitions of KPIs.", commands=_KPI),
    "improve": Entry(help="Improvement plans for KPIs in breach.", commands=_IMPROVE),
    "remind": Entry(
        "okrcli.cli.overviews.remind:remind",
        "Show, or send, who owes which check-in.",
        ["remind --owner ana --within 7", "remind --send", "remind --format teams"],
    ),
    "calendar": Entry(
        "okrcli.cli.overviews.calendar:calendar",
        "Write what is due as a calendar file.",
        ["calendar --output ics=okrs.ics", "calendar --owner ana --within 31"],
    ),
    "site": Entry(
        "okrcli.cli.overviews.site:site",
        "Write a page for each thing, for a browser.",
        ["site public", "site public --publish titles", "site public --open"],
    ),
    "check": Entry(
        "okrcli.cli.check.app:check",
        "Find what is wrong with the workspace's files.",
        [
            "check --strict",
            "check objectives/2026-Q4 --select S --ignore S101",
            "check --since origin/main --format github",
        ],
    ),
    "rule": Entry(
        "okrcli.cli.rule:rule",
        "Explain a rule of okr check, or list all rules.",
        ["rule", "rule S101"],
    ),
    "read": Entry(
        "okrcli.cli.read:read",
        "Show what is read in a sentence.",
        ['read "Raise NPS from 40 to 60 points by 2026-12-31"', "read - --format json"],
    ),
    "schema": Entry(
        "okrcli.cli.schema:schema",
        "Write the JSON Schemas that editors use.",
        ["schema", "schema --check"],
    ),
    "doctor": Entry(
        "okrcli.cli.overviews.doctor:doctor",
        "Look for what may keep okr from working here.",
        ["doctor", "doctor --format markdown"],
    ),
    "help": Entry(
        "okrcli.cli.help:help",
        "Explain a command, or files, formulas, CI.",
        ["help formulas", "help kpi import"],
    ),
}
