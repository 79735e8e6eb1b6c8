"""The metrics of objectives and their key results."""

from datetime import date

from okrcli.compute.reports.report import KeyResultReport, ObjectiveReport, Pace
from okrcli.render.metrics.families import Family, Labels, Samples

_PACES = tuple(Pace)

_INFO = Family("okr_objective_info", "What an objective is, and who owns it.")
_PROGRESS = Family("okr_objective_progress_ratio", "Share of the way that is done.", "ratio")
_SCORE = Family("okr_objective_score_ratio", "Score from 0 to 1.", "ratio")
_EXPECTED = Family("okr_objective_expected_ratio", "Share of its time that has passed.", "ratio")
_PACE = Family("okr_objective_pace", "Progress against time.", states=_PACES)
_AGE = Family(
    "okr_objective_checkin_age_seconds", "Age of the last check-in, in whole days.", "seconds"
)

_KR_INFO = Family("okr_key_result_info", "What a key result is, and who owns it.")
_KR_VALUE = Family("okr_key_result_value", "Value in force, in the key result's unit.")
_KR_BASELINE = Family("okr_key_result_baseline", "Baseline, in the key result's unit.")
_KR_TARGET = Family("okr_key_result_target", "Target, in the key result's unit.")
_KR_ENDS = (
    Family("okr_key_result_target_low", "Low end of the range, in the key result's unit."),
    Family("okr_key_result_target_high", "High end of the range, in the key result's unit."),
)
_KR_PROGRESS = Family(
    "okr_key_result_progress_ratio",
    "Share of the way that is done; below 0 or above 1 outside of it.",
    "ratio",
)
_KR_SCORE = Family("okr_key_result_score_ratio", "Score from 0 to 1.", "ratio")
_KR_EXPECTED = Family(
    "okr_key_result_expected_ratio", "Share of its time that has passed.", "ratio"
)
_KR_PACE = Family(
    "okr_key_result_pace", "Progress against time and the owner's confidence.", states=_PACES
)
_KR_CONFIDENCE = Family("okr_key_result_confidence", "The owner's confidence from 0 to 10.")
_KR_AGE = Family(
    "okr_key_result_checkin_age_seconds", "Age of the last check-in, in whole days.", "seconds"
)


def add_objective(samples: Samples, objective: ObjectiveReport, day: date) -> None:
    """Add to *samples* what there is of *objective* as of *day*; nothing that was given up."""
    if objective.cancelled:
        return
    cycle, _, name = objective.ref.partition("/")
    labels = {"cycle": cycle, "objective": name}
    facts = {
        "title": objective.title,
        "team": objective.team,
        "owner": objective.owner,
        "status": objective.status,
        "ambition": objective.ambition,
    }
    samples.info(_INFO, labels, facts)
    samples.number(_PROGRESS, labels, objective.progress)
    samples.number(_SCORE, labels, objective.score)
    samples.number(_EXPECTED, labels, objective.expected)
    samples.state(_PACE, labels, objective.pace)
    samples.age(_AGE, labels, objective.last_checkin, day)
    for key_result in objective.key_results:
        if not key_result.dropped:
            _add_key_result(samples, key_result, {**labels, "key_result": key_result.id}, day)


def _add_key_result(
    samples: Samples, key_result: KeyResultReport, labels: Labels, day: date
) -> None:
    measured = key_result.measured
    facts = {
        "title": key_result.title,
        "type": key_result.type,
        "unit": key_result.unit,
        "owner": key_result.owner,
        "kpi": key_result.kpi,
    }
    samples.info(_KR_INFO, labels, facts)
    samples.number(_KR_VALUE, labels, key_result.value if key_result.is_reporting else None)
    samples.number(_KR_BASELINE, labels, measured.baseline)
    samples.target(_KR_TARGET, _KR_ENDS, labels, measured.target)
    if measured.target is None:
        samples.number(_KR_ENDS[0], labels, measured.at_least)
        samples.number(_KR_ENDS[1], labels, measured.at_most)
    samples.number(_KR_PROGRESS, labels, measured.progress)
    samples.number(_KR_SCORE, labels, measured.score)
    samples.number(_KR_EXPECTED, labels, measured.expected)
    samples.state(_KR_PACE, labels, key_result.pace)
    samples.number(_KR_CONFIDENCE, labels, key_result.confidence)
    samples.age(_KR_AGE, labels, key_result.last_checkin, day)
