"""What is measured, one file a part; a new part is one line here."""

from collections.abc import Callable, Mapping

from tests.bench.figures import Options
from tests.bench.parts.everyday import measure_everyday
from tests.bench.parts.growth import measure_growth
from tests.bench.parts.history import measure_history
from tests.bench.parts.objectives import measure_objectives
from tests.bench.parts.pages import measure_pages
from tests.bench.parts.readings import measure_readings
from tests.bench.parts.rules import measure_rules
from tests.bench.parts.start import measure_start
from tests.bench.parts.titles import measure_titles

PARTS: Mapping[str, Callable[[Options], None]] = {
    "start": measure_start,
    "everyday": measure_everyday,
    "objectives": measure_objectives,
    "pages": measure_pages,
    "growth": measure_growth,
    "rules": measure_rules,
    "readings": measure_readings,
    "history": measure_history,
    "titles": measure_titles,
}
