"""C702: what a check-in says is possible."""

from collections.abc import Iterator

from okrcli.checks.checkins.refusing import found_in_entries
from okrcli.checks.context import CheckContext
from okrcli.checks.rule import Example, Rule
from okrcli.model.finding import BAD_READING, Finding


def bad_readings(context: CheckContext) -> Iterator[Finding]:
    """Find entries with future dates or impossible values, except corrected ones.

    Readings of a computed KPI are reported once in each check-in, at the first one.
    """
    seen: set[tuple[str, str]] = set()
    for finding in found_in_entries(context.plan, BAD_READING):
        said = (finding.place.path, finding.message)
        if not (_is_of_computed(context, finding) and said in seen):
            yield finding
        seen.add(said)


def _is_of_computed(context: CheckContext, finding: Finding) -> bool:
    kpi = context.plan.kpis_by_id.get(finding.ref or "")
    return kpi is not None and kpi.formula is not None


C702 = Rule(
    id=BAD_READING,
    explanation=(
        "An impossible value is a typing error, and it moves the average, the forecast and the "
        "alerts. An entry cannot be for a future day, a value lies within the KPI's bounds, a "
        "segment is one of the KPI's, steps are named rather than counted, what a formula "
        "computes is not recorded, and an entry says something. Others have no effect, even "
        "where this rule is silenced. A later entry for the same day corrects one."
    ),
    source="The arithmetic of each KPI: NPS lies between -100 and 100, a share between 0 and 100",
    find=bad_readings,
    examples={
        "en": Example(
            path="checkins/2026/2026-11-20-ana-7f3a9c12.yaml",
            failing="date: 2026-11-20\nby: ana\nreadings:\n  - {kpi: nps, value: 140}\n",
            passing="date: 2026-11-20\nby: ana\nreadings:\n  - {kpi: nps, value: 40}\n",
            beside={"kpis/nps.yaml": "title: Net promoter score\nbounds: [-100, 100]\n"},
        ),
        "es": Example(
            path="checkins/2026/2026-11-20-lucia-0b51d7e4.yaml",
            failing=(
                "date: 2026-11-20\nby: lucia\nnote: Segunda ola de la encuesta\n"
                "readings:\n  - {kpi: csat, value: 83.5, segment: chta}\n"
            ),
            passing=(
                "date: 2026-11-20\nby: lucia\nnote: Segunda ola de la encuesta\n"
                "readings:\n  - {kpi: csat, value: 83.5, segment: chat}\n"
            ),
            beside={"kpis/csat.yaml": "title: Satisfacción\nsegments: [chat, voz]\n"},
        ),
        "ru": Example(
            path="checkins/2026/2026-11-20-anna-5c9e02aa.yaml",
            failing="date: 2027-11-20\nby: anna\nnote: Вторая волна опроса\n",
            passing="date: 2026-11-20\nby: anna\nnote: Вторая волна опроса\n",
        ),
    },
)
