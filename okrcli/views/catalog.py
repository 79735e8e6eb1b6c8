"""What `okr kpi catalog` shows, and the words around it in each language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final

from okrcli.choices import Cadence
from okrcli.compute.kpis.suggestion import Suggestion
from okrcli.compute.rounding import number_text
from okrcli.frozen import frozen_dataclass
from okrcli.model.catalog.entry import CatalogEntry, LocalText
from okrcli.model.catalog.units import local_text
from okrcli.model.kpi import Bounds, Direction, Family, Kind, Survey
from okrcli.model.settings import Language
from okrcli.next_step import NextStep, StepKind


@frozen_dataclass
class CatalogView:
    """Some entries of the catalogue.

    Attributes:
        entries: In the order in which to show them.
        explained: Whether to show everything about each, or one line.
        suggestions: Why each entry fits, by its id, if suggestions were asked for.
    """

    entries: Sequence[CatalogEntry]
    language: Language
    explained: bool = False
    suggestions: Mapping[str, Suggestion] = field(default_factory=dict)

    @property
    def groups(self) -> Iterator[tuple[str, Sequence[CatalogEntry]]]:
        """The entries by family; suggestions in one group, with the reason if they share it."""
        if self.suggestions:
            reasons = {suggestion.reason for suggestion in self.suggestions.values()}
            yield reasons.pop() if len(reasons) == 1 else "", self.entries
            return
        for family, name in FAMILIES.items():
            entries = [entry for entry in self.entries if entry.family == family]
            if entries:
                yield name[self.language], entries


FAMILIES: Final[Mapping[Family, LocalText]] = {
    "satisfaction": local_text("Satisfaction", "Satisfacción", "Удовлетворённость"),
    "customer": local_text("Customers", "Clientes", "Клиенты"),
    "revenue": local_text("Revenue", "Ingresos", "Доходы"),
    "operations": local_text("Operations", "Operaciones", "Процессы"),
}

DIRECTIONS: Final[Mapping[Direction, LocalText]] = {
    "up": local_text("more is better", "más es mejor", "больше — лучше"),
    "down": local_text("less is better", "menos es mejor", "меньше — лучше"),
    "range": local_text("best in between", "lo bueno está en medio", "хорошо посередине"),
}

KINDS: Final[Mapping[Kind, LocalText]] = {
    "leading": local_text("predicts results", "anticipa los resultados", "предвещает результат"),
    "lagging": local_text("shows results", "muestra los resultados", "показывает результат"),
}

CADENCES: Final[Mapping[Cadence, LocalText]] = {
    "daily": local_text("every day", "cada día", "каждый день"),
    "weekly": local_text("every week", "cada semana", "каждую неделю"),
    "biweekly": local_text("every two weeks", "cada dos semanas", "раз в две недели"),
    "monthly": local_text("every month", "cada mes", "каждый месяц"),
    "quarterly": local_text("every quarter", "cada trimestre", "каждый квартал"),
}

_BOTH: Final = local_text("from {low} to {high}", "de {low} a {high}", "от {low} до {high}")
_LOW: Final = local_text("from {low}", "desde {low}", "от {low}")
_HIGH: Final = local_text("up to {high}", "hasta {high}", "до {high}")


def bounds_text(bounds: Bounds, language: Language) -> str:
    """Return the possible values in words; empty if all values are."""
    low, high = (None if end is None else number_text(end) for end in (bounds.low, bounds.high))
    if low is None and high is None:
        return ""
    form = _HIGH if low is None else _LOW if high is None else _BOTH
    return form[language].format(low=low, high=high)


def unit_text(unit: LocalText, bounds: Bounds, language: Language) -> str:
    """Return a unit with the possible values."""
    return ", ".join(filter(None, (unit[language], bounds_text(bounds, language))))


def survey_text(survey: Survey, language: Language) -> str:
    """Return the kind of survey with its version and its scale."""
    kind = " ".join(filter(None, (survey.type, str(survey.version or ""))))
    low, high = survey.scale or (None, None)
    return kind if low is None else f"{kind}, {_BOTH[language].format(low=low, high=high)}"


WHY: Final = local_text("Why", "Por qué", "Зачем")
FORMULA: Final = local_text("Formula", "Fórmula", "Формула")
PARTS: Final = local_text("Parts", "Componentes", "Составляющие")
UNIT: Final = local_text("Unit", "Unidad", "Единица")
DIRECTION: Final = local_text("Direction", "Dirección", "Направление")
KIND: Final = local_text("Kind", "Tipo", "Вид")
FAMILY: Final = local_text("Family", "Familia", "Группа")
CADENCE: Final = local_text("Cadence", "Cadencia", "Как часто")
SURVEY: Final = local_text("Survey", "Encuesta", "Опрос")
PAIRS: Final = local_text("Read with", "Junto con", "Вместе с")
PITFALLS: Final = local_text("Pitfalls", "Cuidado", "Осторожно")
SOURCE: Final = local_text("Source", "Fuente", "Источник")
ADD: Final = local_text("Add it", "Añadirlo", "Добавить")
EXISTING: Final = local_text("already here: {id}", "ya está aquí: {id}", "уже есть: {id}")
TITLE: Final = local_text("Title", "Título", "Название")


def step_to_add(entry: CatalogEntry) -> NextStep:
    """Return the step that adds the KPI, with the KPIs that it is computed from."""
    has_parts = entry.formula and not entry.survey
    kind = StepKind.ADD_FROM_CATALOG_WITH_PARTS if has_parts else StepKind.ADD_FROM_CATALOG
    return NextStep(kind, entry.id)


def facts_of(entry: CatalogEntry, language: Language) -> Iterator[tuple[LocalText, str]]:
    """Yield the short facts, each with its label."""
    yield UNIT, unit_text(entry.unit, entry.bounds, language)
    yield DIRECTION, f"{entry.direction} ({DIRECTIONS[entry.direction][language]})"
    yield KIND, f"{entry.kind} ({KINDS[entry.kind][language]})"
    yield FAMILY, f"{entry.family} ({FAMILIES[entry.family][language]})"
    yield CADENCE, f"{entry.cadence} ({CADENCES[entry.cadence][language]})"
    if entry.survey:
        yield SURVEY, survey_text(entry.survey, language)
