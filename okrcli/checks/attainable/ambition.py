"""A303 and A304: a target that is not reached yet, and neither hopeless nor trivial."""

from collections.abc import Iterator
from decimal import Decimal

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, objective_text, of_key_result, text_of
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import KeyResultSubject, moves
from okrcli.compute.better import gain
from okrcli.compute.goalposts import is_percent, unit_of
from okrcli.compute.moves import Move
from okrcli.compute.rounding import number_text
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.goalposts import Band
from okrcli.model.kpi import Kpi

_ALREADY_MET = RuleId("A303", "already-met", Severity.WARNING)
_AMBITION = RuleId("A304", "ambition", Severity.INFO)

SURE, HOPELESS = 9, 2
"""The first confidence from which a target is too easy, and that up to which it is too hard."""
SMALLEST_CHANGE, LARGEST_FACTOR = Decimal("0.02"), 10


def already_met(context: CheckContext) -> Iterator[Finding]:
    """Find targets that the baseline meets, by the KPI's direction or inside a range."""
    for subject, move in moves(context.key_results):
        if move.change is not None:
            continue  # with the wrong sign it is rule M205's
        start, target = move.start, move.target
        if start is not None and target is not None and _meets(start, target, subject.kpi):
            message = f"{subject.ref} begins at {number_text(start)}, which meets its target."
            hint = "Set a target that is still ahead, or make it `type: maintain`."
            yield subject.finding(_ALREADY_MET, message, hint, "target")


def _meets(baseline: Decimal, target: Decimal | Band, kpi: Kpi | None) -> bool:
    """Equal values are reported by rule M206."""
    if isinstance(target, Band):
        return baseline in target
    beyond = gain(kpi.direction if kpi else None, None, target, baseline)
    return beyond is not None and beyond > 0


A303 = Rule(
    id=_ALREADY_MET,
    explanation=(
        "A target that is met on the first day asks nothing of anybody. Often the numbers are "
        "in the wrong order, or the baseline was measured after the target had been set."
    ),
    source="Doran 1981: achievable, and worth achieving",
    find=already_met,
    in_strict=Severity.ERROR,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Reach a CSAT of 90 %", kpi="csat", baseline=92, target=90),
            key_result_text("Reach a CSAT of 95 %", kpi="csat", baseline=92, target=95),
            csat='title: CSAT\nunit: "%"\ndirection: up\n',
        ),
        "es": of_key_result(
            "es",
            key_result_text("Bajar la espera a 20 min", kpi="wait", baseline=15, target=20),
            key_result_text("Bajar la espera a 10 min", kpi="wait", baseline=15, target=10),
            wait=text_of(title="Espera", unit="min", direction="down"),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Загрузка от 70 до 85%", unit="%", baseline=80, target="[70, 85]"),
            key_result_text("Загрузка от 70 до 85%", unit="%", baseline=95, target="[70, 85]"),
        ),
    },
)


def doubtful_ambition(context: CheckContext) -> Iterator[Finding]:
    """Find key results that were sure or hopeless from the start, and tiny or huge changes."""
    for subject in context.key_results:
        first = _first_confidence(context, subject)
        if first is not None and (first >= SURE or first <= HOPELESS):
            how = "sure" if first >= SURE else "almost hopeless"
            message = f"{subject.ref} was {how} from the start: its first confidence was {first}."
            yield subject.finding(_AMBITION, message, _HALF_SURE)
        move = subject.move
        if move and (odd := _odd_change(subject, move)):
            yield subject.finding(_AMBITION, f"{subject.ref} {odd}.", _RIGHT_SIZE, move.field)


_HALF_SURE = "Aim where you are about half sure, a confidence of 5, that you will get there."
_RIGHT_SIZE = "Check that the numbers are right, and that the work is worth it."


def _first_confidence(context: CheckContext, subject: KeyResultSubject) -> int | None:
    entries = context.snapshot.timeline.key_results.get(subject.ref, ())
    stated = (entry.content.confidence for entry in entries)
    return next((confidence for confidence in stated if confidence is not None), None)


def _odd_change(subject: KeyResultSubject, move: Move) -> str | None:
    """Return in words what is odd about the size of a key result's change."""
    baseline, target = move.start, move.target
    if baseline is None or not isinstance(target, Decimal) or baseline == target:
        return None
    low, high = sorted((abs(baseline), abs(target)))
    if low and high > low * LARGEST_FACTOR and baseline * target > 0:
        return f"changes by a factor of more than {LARGEST_FACTOR}"
    room = _room(baseline, is_share=is_percent(unit_of(subject.key_result, subject.kpi)))
    if room and abs(target - baseline) < room * SMALLEST_CHANGE:
        return f"hardly moves: from {number_text(baseline)} to {number_text(target)}"
    return None


def _room(baseline: Decimal, *, is_share: bool) -> Decimal:
    """Return what a change is compared with; from 99.5 % there is half a percentage point left."""
    if is_share and 0 <= baseline <= 100:
        return min(baseline, 100 - baseline)
    return abs(baseline)


_FIRST = (
    "date: 2026-10-05\nby: anna\nkey_results:\n"
    "  - {{key_result: 2026-Q4/support/proof, value: 40, confidence: {}}}\n"
)
_SUPPORT = objective_text(
    "ru", key_result_text("NPS 40 → 60", unit="баллы", baseline=40, target=60)
)

A304 = Rule(
    id=_AMBITION,
    explanation=(
        "An objective that everybody is sure of at the start asks for nothing new; one that "
        "nobody believes in is given up in the second week. About half sure is right. A change of "
        "less than 2 %, or to ten times as much, is more often a slip than a plan."
    ),
    source="Wodtke, Radical Focus: begin with a confidence of five in ten",
    find=doubtful_ambition,
    examples={
        "en": of_key_result(
            "en",
            key_result_text(
                "Grow sign-ups from 1000 to 1001", unit="users", baseline=1000, target=1001
            ),
            key_result_text(
                "Grow sign-ups from 1000 to 1300", unit="users", baseline=1000, target=1300
            ),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Subir las altas de 20 a 2000", unit="altas", baseline=20, target=2000),
            key_result_text("Subir las altas de 20 a 200", unit="altas", baseline=20, target=200),
        ),
        "ru": Example(
            path="checkins/2026/2026-10-05-anna-5c9e02aa.yaml",
            failing=_FIRST.format(10),
            passing=_FIRST.format(5),
            beside={"objectives/2026-Q4/support.yaml": _SUPPORT},
        ),
    },
)
