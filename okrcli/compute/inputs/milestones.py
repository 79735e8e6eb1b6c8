"""What is asked for milestones: their steps."""

import re

from okrcli.compute.inputs.base import Input


def _step_of(text: str, _unit: str | None) -> dict[str, str]:
    """Return the step that *text* states as `id: title` or only as a title."""
    from okrcli.model.base import ID_PATTERN  # noqa: PLC0415  help does without the records

    id_, colon, title = (part.strip() for part in text.partition(":"))
    if colon and title and re.fullmatch(ID_PATTERN, id_):
        return {"id": id_, "title": title}
    return {"title": text.strip()}


MILESTONES = (
    Input(
        "steps",
        "Step of a `milestones` key result; repeat in order.",
        "'[ID:] TITLE'",
        name="step",
        read=_step_of,
        is_list=True,
        is_goalpost=False,
        question="Step {number}, as in `pilot: Two teams use it` [Enter: no more]",
        is_optional=True,
    ),
)
