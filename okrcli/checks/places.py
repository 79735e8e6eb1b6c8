"""E: files are in the places from which they are read."""

from okrcli.checks.rule import Example, Rule
from okrcli.model.finding import LINK, MISPLACED_FILE

_NPS = "title: Net promoter score\nunit: points\ndirection: up\n"
_CYCLE = "title: Ciclo de venta\nunit: días\ndirection: down\n"
_REPLY = "title: Время первого ответа\nunit: ч\ndirection: down\n"

E007 = Rule(
    id=LINK,
    explanation=(
        "What a link points to can change while the file in the history stays the same, and it "
        "may be a file that should not be read at all. So links among the data files are not "
        "read: neither files nor folders. The folder of the whole workspace may be a link."
    ),
    source="CWE-59: a file is used through a link that somebody else can place",
    examples={
        "en": Example(path="kpis/nps.yaml", failing="../group/nps.yaml", passing=_NPS),
        "es": Example(path="kpis/ciclo.yaml", failing="../../ventas/ciclo.yaml", passing=_CYCLE),
        "ru": Example(path="kpis/reply.yaml", failing="../common/reply.yaml", passing=_REPLY),
    },
)

E008 = Rule(
    id=MISPLACED_FILE,
    explanation=(
        "A goal in a file that is not read is a goal that nobody sees. Objectives stand in a "
        "folder of their cycle, KPIs and improvement plans directly in theirs, check-ins anywhere "
        "below `checkins`, and names end in `.yaml` or `.yml`. YAML elsewhere in these folders, "
        "and in a folder like `kpi` or `KPIs` that holds such files, is named here."
    ),
    source="How okr finds files: folders and endings in small letters, as git keeps them",
    examples={
        "en": Example(
            path="objectives/cx-leader.yaml",
            failing="title: Lead the industry\n",
            passing="title: Lead the industry\n",
            moved_to="objectives/2026-Q4/cx-leader.yaml",
        ),
        "es": Example(
            path="kpi/ciclo.yaml", failing=_CYCLE, passing=_CYCLE, moved_to="kpis/ciclo.yaml"
        ),
        "ru": Example(
            path="kpis/reply.YAML", failing=_REPLY, passing=_REPLY, moved_to="kpis/reply.yaml"
        ),
    },
)
