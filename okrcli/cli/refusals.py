"""What a record refuses, as one sentence."""

from pydantic import ValidationError

from okrcli.storage.sentences import predicate


def refused(error: ValidationError) -> str:
    """Return what the first thing is that *error* refuses."""
    problem = error.errors(include_input=False, include_url=False)[0]
    field = ".".join(str(part) for part in problem["loc"])
    return f"{f'`{field}`' if field else 'This'} {predicate(problem, ...)}."
