"""An objective as it was agreed and as it is, and what moved without an amendment."""

from datetime import date

from okrcli.checks.past import Past, Version
from okrcli.model.finding import Finding
from tests.checks.workspaces import TODAY, found_by, loaded

PATH = "objectives/2026-Q4/cx.yaml"


BEFORE, LATER = date(2026, 9, 28), date(2026, 10, 12)


def objective(*lines: str, kind: str = "metric", head: str = "") -> str:
    body = "".join(f"    {line}\n" for line in lines)
    return (
        f"title: Delight\n{head}key_results:\n  - id: nps\n    title: T\n    type: {kind}\n{body}"
    )


def version(text: str, day: date = BEFORE, name: str = "commit 1a2b3c4d") -> Version:
    return Version(day, name, loaded({PATH: text}).objectives)


def moved(before: str, now: str, day: date = TODAY) -> list[Finding]:
    return found_by("H801", {PATH: now}, day, Past((version(before),)))


def amended(*pairs: tuple[str, str], field: str = "target") -> list[str]:
    return ["amendments:"] + [
        f"  - {{date: 2026-10-{day:02}, field: {field}, was: {was}, now: {now}, why: w,"
        " approved_by: ana}"
        for day, (was, now) in enumerate(pairs, start=5)
    ]
