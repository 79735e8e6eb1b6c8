"""The next steps as commands and options: the one place that words them."""

from collections.abc import Mapping

from okrcli.next_step import Hint, NextStep, StepKind

_COMMANDS: Mapping[StepKind, str] = {
    StepKind.MAKE_WORKSPACE: "okr init",
    StepKind.SHOW_REPORT: "okr report",
    StepKind.SHOW_ITEM: "okr show {subject}",
    StepKind.CHECK_IN: "okr checkin {subject}",
    StepKind.CHECK_IN_ALL: "okr checkin",
    StepKind.CHECK_IN_VALUE: "okr checkin {subject} VALUE",
    StepKind.CHECK_IN_STEP: "okr checkin {subject} STEP",
    StepKind.CHECK_IN_INSTEAD: "okr checkin {subject} VALUE",
    StepKind.APPROVE: "okr approve {subject}",
    StepKind.APPROVE_OR_DRAFT: "okr approve {subject}",
    StepKind.RETRACT: "okr retract {subject} {detail}",
    StepKind.CORRECT_VALUE: "okr checkin {subject} VALUE --date {detail}",
    StepKind.CORRECT_SEGMENT: "okr kpi record {subject} VALUE --segment {detail}",
    StepKind.CLOSE: "okr close {subject}",
    StepKind.CARRY: "okr carry {subject} --to {detail}",
    StepKind.CARRY_ALL: "okr new cycle {subject} --all",
    StepKind.CLOSE_AGAIN: 'okr close {subject} --again --why "..."',
    StepKind.LIST_KPIS: "okr kpi list",
    StepKind.SHOW_KPI: "okr kpi show {subject}",
    StepKind.LIST_CATALOG: "okr kpi catalog",
    StepKind.ADD_FROM_CATALOG: "okr new kpi --from catalog:{subject}",
    StepKind.ADD_FROM_CATALOG_WITH_PARTS: "okr new kpi --from catalog:{subject} --with-parts",
    StepKind.NAME_KPI: "okr new kpi first_reply",
    StepKind.RECORD_READING: "okr kpi record {subject} VALUE",
    StepKind.RECORD_READING_OF_SEGMENT: "okr kpi record {subject} VALUE --segment {detail}",
    StepKind.RECORD_SEGMENT: "okr kpi record {subject} VALUE --segment {detail}",
    StepKind.IMPORT_SOURCES: "okr kpi import --all",
    StepKind.IMPORT_FILE: "okr kpi import",
    StepKind.OPEN_IMPROVEMENT: "okr improve open {subject}",
    StepKind.FOLLOW_UP: 'okr improve follow-up {subject} "..."',
    StepKind.FINISH_ACTION: "okr improve follow-up {subject} --done {detail}",
    StepKind.CHECK: "okr check",
    StepKind.SAY_WHAT_WAS_LEARNED: 'Say what was learned: --note "...".',
    StepKind.FIX: "okr check --fix",
    StepKind.LIST_RULES: "okr rule",
    StepKind.EXPLAIN_RULE: "okr rule {subject}",
    StepKind.REFRESH_SCHEMAS: "okr schema",
    StepKind.IGNORE_RULE_ONCE: "okr check --ignore {subject}",
}

_SENTENCES: Mapping[StepKind, str] = {
    StepKind.MAKE_WORKSPACE: "Run `{command}` to create a workspace, or name one with --root.",
    StepKind.NAME_WORKSPACE: "Give the workspace a name with --name.",
    StepKind.MAKE_NO_COMMIT: "Or make no commit, with --no-commit.",
    StepKind.SAY_WHO: "Say who you are with --by, as in `--by {subject}`.",
    StepKind.SHOW_REPORT: "`{command}` lists them all.",
    StepKind.SHOW_ALL: "`--all` shows all.",
    StepKind.SHOW_ALL_OR_SOME: (
        "`--all` shows all, `--team`, `--owner` and `--status` choose, `okr show REF` shows one"
        " objective."
    ),
    StepKind.SHOW_TODAY: "Leave out --rev; for an earlier day use --as-of, which needs no git.",
    StepKind.NAME_REVISION: "Name a commit, a branch or a tag; for a day, use --as-of.",
    StepKind.CHECK_IN_VALUE: "Record one with `{command}`.",
    StepKind.CHECK_IN_INSTEAD: "It goes on as {subject}: `{command}`.",
    StepKind.CHECK_IN_ALL: "`{command}` offers to continue it.",
    StepKind.REFRESH_SCHEMAS: "Write them with `{command}`.",
    StepKind.APPROVE: "Run `{command}` to make it active.",
    StepKind.ADD_AS_DRAFT: "Or keep it as a draft for now: an objective and a KPI take --draft.",
    StepKind.APPROVE_OR_DRAFT: "Run `{command}` once it is agreed, or make it `status: draft`.",
    StepKind.SAY_WHY: 'Say why with --why "...".',
    StepKind.RETRACT: "If it is wrong, take it back with `{command}`.",
    StepKind.SAY_BECAUSE: 'Say why with --because "...".',
    StepKind.SAY_IN_FILE: "Say it of each with --from FILE or --edit, or close one at a time.",
    StepKind.NAME_CLOSED: (
        "Name objectives, or a cycle with --cycle; `okr close --status` shows what is open."
    ),
    StepKind.CLOSE: "Close it with `{command}`.",
    StepKind.CARRY: "`{command}` goes on with it in the other cycle.",
    StepKind.CARRY_ALL: "Carry all with `{command}`, or some with `okr carry`.",
    StepKind.CLOSE_AGAIN: "To count what has come since: `{command}`.",
    StepKind.CORRECT_VALUE: "If it is wrong, correct it with `{command}`.",
    StepKind.CORRECT_SEGMENT: "If it is wrong, correct it with `{command}` for the same day.",
    StepKind.LIST_KPIS: "`{command}` lists them all.",
    StepKind.LIST_CATALOG: "`{command}` lists them all.",
    StepKind.LEAVE_OUT_PARTS: "Leave out --with-parts.",
    StepKind.NAME_KPI: "Write: {command}.",
    StepKind.SAY_DIRECTION: "Say which way is good: --direction up, down or range.",
    StepKind.RECORD_READING: "Record one with `{command}`, or change its `cadence`.",
    StepKind.RECORD_READING_OF_SEGMENT: (
        "Record one with `{command}`, or take the segment out of `segments`."
    ),
    StepKind.RECORD_SEGMENT: "Record it with `{command}`.",
    StepKind.IMPORT_SOURCES: "Bring its file up to date and run `{command}`.",
    StepKind.IMPORT_FILE: "Record many readings with `{command}`.",
    StepKind.NAME_COLUMN: "Say which column it is, as in --map {subject}={detail}.",
    StepKind.NAME_DATES: (
        "Say which column has the days, as in --map date=Created, or give one day for all, as in"
        " --date 2026-11-20."
    ),
    StepKind.NAME_KPI_OF_VALUES: "Say which KPI it is, as in --kpi nps.",
    StepKind.NAME_VALUES: (
        "Name the columns, as in --map value=Score --kpi nps, or --map nps=Score."
    ),
    StepKind.NAME_ALL_VALUES: "Map every column that counts, as in --map nps=NPS.",
    StepKind.NAME_ANSWERS: "Say which column has the answers, as in --column {subject}.",
    StepKind.SAY_ANSWERS: (
        "Say what the words count as, as in --answers {subject}={detail}, or with `answers` in the"
        " `survey` of the KPI."
    ),
    StepKind.NAME_DAYS_OF_ANSWERS: "Name their column with --date-column.",
    StepKind.NAME_TABLE: "Say which one, as in --table {subject}.",
    StepKind.NAME_ENCODING: (
        "Say which encoding it is, as in `okr kpi import --encoding windows-1252` (Western Europe)"
        " or `windows-1251` (Cyrillic), or save it as UTF-8."
    ),
    StepKind.SAY_DECIMAL_MARK: "Name the decimal mark, as in --decimal comma.",
    StepKind.SAY_DATE_ORDER: "Say the order of day, month and year, as in --dates dmy.",
    StepKind.SAY_MONTHS: "Say --dates my when it is a month; of a day, write the year.",
    StepKind.SAY_SCALE: (
        "Say --scale share when {subject} is {detail} %, and --scale percent when it is"
        " {subject} %."
    ),
    StepKind.SKIP_LINES: (
        "Write the unit into the name of the column; if the line is not about these values, say"
        " --skip {subject}."
    ),
    StepKind.OPEN_IMPROVEMENT: "Open one with `{command}`: cause, goal and who does what.",
    StepKind.FOLLOW_UP: (
        'Write `okr improve follow-up {subject} "what has happened"`, or end it with'
        " `okr improve close {subject}`."
    ),
    StepKind.SAY_WHAT_WAS_LEARNED: 'Say what was learned: --note "...".',
    StepKind.FIX: "`{command}` fixes it.",
    StepKind.CHECK_ALL_FILES: "Leave out --since.",
    StepKind.WRITE_BASELINE: "Write it with --write-baseline {subject}.",
    StepKind.LIST_RULES: "`{command}` lists the rules.",
    StepKind.EXPLAIN_RULE: "`{command}` shows examples, and how to silence it.",
}
_SENTENCE = "Run `{command}`."


class CommandLine:
    """Says what to do next as commands to type: the `StepWords` of this front end."""

    def command(self, step: NextStep) -> str:
        """Return the command of *step*; capital letters and dots are left to fill in.

        Raises:
            KeyError: It is not a command, but an option of the one that was called.
        """
        return _COMMANDS[step.kind].format(**_values(step))

    def sentence(self, hint: Hint) -> str:
        """Return *hint* as a whole sentence."""
        if isinstance(hint, str):
            return hint
        command = self.command(hint) if hint.kind in _COMMANDS else ""
        return _SENTENCES.get(hint.kind, _SENTENCE).format(command=command, **_values(hint))


COMMAND_LINE = CommandLine()


def _values(step: NextStep) -> Mapping[str, str]:
    """Return what *step* is about, quoted where a shell would read it as something else."""
    import shlex  # noqa: PLC0415  a report without a next step needs none

    return {"subject": shlex.quote(step.subject), "detail": shlex.quote(step.detail)}
