"""What a check-in asks: one question for each key result and KPI reading that is due."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.targets import Target, ref_of, targets_named
from okrcli.compute.reports.checkin_due import key_results_due
from okrcli.compute.reports.reminders import dues_of, is_read_as_whole
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi


@frozen_dataclass
class Question:
    """One thing to ask for.

    Attributes:
        segment: Which part of a KPI; `None` for the whole, and for key results.
        value_is: If the value of a key result is not asked for, a sentence that says where it comes
            from; otherwise `None`.
    """

    target: Target
    segment: str | None = None
    value_is: str | None = None

    @property
    def key_result(self) -> KeyResult | None:
        """The key result that it is about; `None` if it is about a KPI."""
        return None if isinstance(self.target, Kpi) else self.target[1]

    @property
    def ref(self) -> str:
        """The key result with its cycle, or the KPI."""
        return ref_of(self.target)

    @property
    def key(self) -> tuple[str, str | None]:
        """What identifies the question."""
        return self.ref, self.segment

    @property
    def label(self) -> str:
        """What it is about, in short."""
        id_ = self.target.id if isinstance(self.target, Kpi) else self.target[1].id
        return " ".join(filter(None, (id_, self.segment)))

    @property
    def title(self) -> str:
        """Its title, and in brackets how it is named."""
        if isinstance(self.target, Kpi):
            return f"{self.target.title}  ({self.label})"
        objective, key_result = self.target
        return f"{key_result.title}  ({objective.id}/{key_result.id})"

    @property
    def why(self) -> str | None:
        """Why the KPI, or the objective of the key result, matters."""
        return self.target.why if isinstance(self.target, Kpi) else self.target[0].why

    @property
    def kpi_read(self) -> str | None:
        """The KPI of which its value is a reading, as a whole; `None` if there is none."""
        if isinstance(self.target, Kpi):
            return None if self.segment else self.target.id
        takes_value = self.value_is is None and self.target[1].is_numeric
        return self.target[1].kpi if takes_value else None

    def without_value(self, reason: str) -> "Question":
        """Return the question without asking for the value, which is known for a *reason*."""
        return replace(self, value_is=reason)


def question_of(context: CheckinContext, target: Target, segment: str | None = None) -> Question:
    """Return the question about *target*, or about one segment of a KPI.

    Raises:
        UsageError: It is a KPI that is computed.
    """
    if not isinstance(target, Kpi):
        return Question(target, value_is=_value_of(context, target[1]))
    if target.formula:
        raise UsageError(f"{target.id} is computed as {target.formula}, so it takes no readings.")
    return Question(target, segment)


def _value_of(context: CheckinContext, key_result: KeyResult) -> str | None:
    kpi = context.plan.kpis_by_id.get(key_result.kpi or "")
    if kpi is None or not key_result.is_numeric:
        return None
    if kpi.formula:
        return f"Its value is computed: {kpi.formula}."
    if kpi.source:
        return f"Its value comes from the file of {kpi.id}."
    if not is_read_as_whole(kpi, context.snapshot):
        return f"Its value comes from the segments of {kpi.id}."
    return None


def questions_named(context: CheckinContext, ref: str) -> Sequence[Question]:
    """Return the questions about what *ref* names; for an objective, about its key results.

    Raises:
        UnknownReferenceError: It names nothing, or several things.
        UsageError: It is a KPI that is computed.
    """
    return [question_of(context, target) for target in targets_named(context, ref)]


def questions_due(context: CheckinContext, owner: str) -> Sequence[Question]:
    """Return the questions for *owner*: key results first, then readings that these do not cover.

    Args:
        context: Of the check-in.
        owner: The person whose check-ins and readings are due.
    """
    found = [
        due
        for cycle in context.cycles
        for due in key_results_due([cycle], context.snapshot)
        if due.owner == owner
    ]
    # A key result that was moved since has another name now.
    of_key_results = [question_of(context, context.plan.key_result(due.ref)) for due in found]
    read = {question.kpi_read for question in of_key_results}
    of_kpis = _readings_due(context, owner)
    return [
        *of_key_results,
        *(kpi for kpi in of_kpis if kpi.kpi_read not in read or kpi.segment),
    ]


def _readings_due(context: CheckinContext, owner: str) -> Iterator[Question]:
    """Yield the readings that *owner* types; those from a file are imported."""
    for due in dues_of(context.plan, (), context.day):
        if due.kind == "reading" and due.owner == owner:
            kpi = context.plan.kpis_by_id[due.ref]
            if kpi.source is None:
                yield question_of(context, kpi, due.segment)
