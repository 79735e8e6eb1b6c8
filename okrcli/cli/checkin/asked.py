"""What the command line of a check-in asks of the workspace, so that no more of it is read."""

from collections.abc import Sequence
from datetime import date

from okrcli.actions.checkin.asked import question_of_prompts, question_of_values, question_of_walk
from okrcli.actions.identity import own_id
from okrcli.actions.workspace import Question
from okrcli.cli.checkin.arguments import has_values, pairs_about
from okrcli.cli.checkin.unfinished import is_anything_unfinished
from okrcli.cli.options import Invocation, past_day_of_option
from okrcli.errors import OkrError
from okrcli.frozen import frozen_dataclass
from okrcli.storage.workspace import load_settings


@frozen_dataclass
class CheckinWords:
    """What was typed.

    Attributes:
        given: References, each with a value or not.
        day: The day of the values; `None` for today.
        by: Who checks in; `None` for who is typing.
        is_said: Whether there is something to record without values.
    """

    given: Sequence[str]
    day: str | None
    by: str | None
    confidence: str
    note: str
    is_said: bool


def question_of(invocation: Invocation, words: CheckinWords) -> Question | None:
    """Return what *words* ask of the workspace; `None` if they ask for everything, or are wrong.

    What is prompted for may take everything, too: where it is not certain who is typing, or there
    are answers to go on with, which may be about anything.
    """
    try:
        day = past_day_of_option("--date", words.day, invocation.today)
        values = pairs_about(words.given, is_enough=bool(words.confidence or words.note))
        if values:
            return question_of_values(values, day, invocation.today, words.confidence, words.note)
        if has_values(words.given) or (words.is_said and not words.given):
            return None
        return _question_of_prompts(invocation, words, day)
    except OkrError:  # which is told once the workspace is known to be one
        return None


def _question_of_prompts(invocation: Invocation, words: CheckinWords, day: date) -> Question | None:
    root = invocation.root()
    if is_anything_unfinished(root):
        return None
    if words.given:
        return question_of_prompts(words.given[0], day, invocation.today)
    owner = own_id(root, load_settings(root).settings, words.by, commit=False)
    return question_of_walk(owner, day, invocation.today)
