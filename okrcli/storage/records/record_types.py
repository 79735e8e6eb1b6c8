"""Which record each kind of file holds."""

from collections.abc import Mapping

from okrcli.model.base import Record
from okrcli.model.checkin import CheckIn
from okrcli.model.improvement import Improvement
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.settings import Settings
from okrcli.storage.layout import Kind

MODELS: Mapping[Kind, type[Record]] = {
    Kind.SETTINGS: Settings,
    Kind.OBJECTIVE: Objective,
    Kind.KPI: Kpi,
    Kind.CHECKIN: CheckIn,
    Kind.IMPROVEMENT: Improvement,
}
