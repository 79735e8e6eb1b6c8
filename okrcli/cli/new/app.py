"""`okr new`: adds an objective, a key result or a KPI."""

from okrcli.cli.commands import Entry, lazy_app

NEW_COMMANDS = {
    "objective": Entry(
        "okrcli.cli.new.objective:new_objective",
        "Add an objective, without key results at first.",
        ["new objective", 'new objective "Become the leader in support" --team support'],
    ),
    "kr": Entry(
        "okrcli.cli.new.key_result:new_key_result",
        "Add a key result to an objective.",
        [
            'new kr cx-leader "Raise NPS from 40 to 60 by 2026-12-31"',
            'new kr cx-leader "Raise NPS" --kpi nps --baseline 40 --target 60',
            'new kr cx-leader "Train the team" --step "pilot: Two teams" --step "Everybody"',
        ],
    ),
    "kpi": Entry(
        "okrcli.cli.new.kpi:new_kpi",
        "Add a KPI, a number that is watched for good.",
        [
            "new kpi first_reply --unit h --direction down --target 4",
            "new kpi --from catalog:nps --with-parts",
            "new kpi --for support",
        ],
    ),
}

app = lazy_app(
    NEW_COMMANDS, "Add an objective, a key result or a KPI, from options or from answers."
)
