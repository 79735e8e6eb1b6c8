"""The title of a new objective: consistent, and preferably without numbers."""

from datetime import date

from okrcli.checks.specific.numbers import has_measure
from okrcli.checks.titles import Titles
from okrcli.errors import UsageError
from okrcli.model.plan import Plan
from okrcli.wording.roles.doubts import CONTRADICTIONS, DOUBTS
from okrcli.wording.titles.statement import Statement


def require_agreement(plan: Plan, title: str, day: date) -> None:
    """Refuse a title whose words and numbers contradict each other.

    Raises:
        UsageError: They contradict each other.
    """
    doubt = _read(plan, title, day).doubt
    if doubt is not None and doubt in CONTRADICTIONS:
        raise UsageError(f"The title contradicts itself. {DOUBTS[doubt]}", CONTRADICTIONS[doubt])


class TitleInWords:
    """Accepts the title of an objective; one that says how much only if given twice."""

    def __init__(self, plan: Plan, day: date) -> None:
        self._plan = plan
        self._day = day
        self._refused: set[str] = set()

    def require_title(self, title: str) -> str:
        """Return *title*.

        Raises:
            UsageError: It is empty, contradicts itself, or says how much for the first time.
        """
        if not title:
            raise UsageError("An answer is required.")
        require_agreement(self._plan, title, self._day)
        if has_measure(_read(self._plan, title, self._day)) and title not in self._refused:
            self._refused.add(title)
            raise UsageError(
                "How much is for a key result to say.",
                "Say in words where you want to be, or repeat the title to keep its number.",
            )
        return title


def _read(plan: Plan, title: str, day: date) -> Statement:
    return Titles.of(plan.settings, day).read(title)
