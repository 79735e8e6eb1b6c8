"""What has moved, with everything a renderer can meet, made by hand."""

from datetime import date
from decimal import Decimal

from okrcli.compute.reports.report import Pace
from okrcli.views.report_diff import ChangedItem, Figures, ItemKind, ReportDiff
from okrcli.views.story import EventKind
from tests.render.samples import HOSTILE
from tests.render.story.samples import NPS, an_event, moved

_MOVED = an_event(EventKind.GOALPOST_MOVED, moves=moved("due", None, "2026-11-30"), is_silent=True)
_AMENDED = an_event(
    EventKind.AMENDED,
    moves=moved("target", Decimal(65), Decimal(60)),
    by="pavel",
    dated=date(2026, 11, 2),
    why=HOSTILE,
)

ITEMS = (
    ChangedItem(
        ItemKind.OBJECTIVE,
        "2026-Q4/cx-leader",
        HOSTILE,
        Figures(progress=Decimal("0.2"), pace=Pace.OFF_TRACK),
        Figures(progress=Decimal("0.35"), pace=Pace.AT_RISK),
        (an_event(EventKind.APPROVED, by="pavel", dated=date(2026, 11, 10)),),
    ),
    ChangedItem(
        ItemKind.KEY_RESULT,
        NPS,
        "Raise NPS from 40 to 60",
        Figures(Decimal(44), HOSTILE, None, Decimal("0.2"), Pace.OFF_TRACK, None, 6),
        Figures(Decimal(47), HOSTILE, None, Decimal("0.35"), Pace.AT_RISK, None, 7),
        (_AMENDED, _MOVED),
    ),
    ChangedItem(
        ItemKind.KEY_RESULT,
        "2026-Q4/cx-leader/training",
        "Train the team",
        None,
        Figures(words="2/3", progress=Decimal("0.67"), pace=Pace.ON_TRACK),
    ),
    ChangedItem(ItemKind.KPI, "csat", "CSAT", Figures(Decimal(83), "%", health="breach"), None),
)
DIFF = ReportDiff(
    "Acme",
    "2026-Q4",
    date(2026, 11, 20),
    "origin/main",
    "1a2b3c4d" * 5,
    date(2026, 11, 8),
    ITEMS,
    {ItemKind.OBJECTIVE: 2, ItemKind.KEY_RESULT: 1},
)
SAME = ReportDiff("Acme", "2026-Q4", DIFF.day, "v1", DIFF.commit, DIFF.made, ())
