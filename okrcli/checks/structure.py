"""E: files can be read, and have no duplicates."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from okrcli.checks.context import CheckContext
from okrcli.checks.former_names import find_taken_names
from okrcli.checks.rule import Example, Rule
from okrcli.model.base import Record
from okrcli.model.finding import (
    BAD_IGNORE,
    DUPLICATE_ID,
    LOSSY_TEXT,
    SCHEMA,
    YAML_SYNTAX,
    Finding,
    Location,
)
from okrcli.model.objective import Objective
from okrcli.model.people import canonical
from okrcli.model.plan import Plan

_RecordT = TypeVar("_RecordT", bound=Record)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


def duplicate_ids(context: CheckContext) -> Iterator[Finding]:
    """Find duplicate ids and addresses, reported at the second one."""
    plan = context.plan
    yield from _shared_addresses(plan)
    yield from _across_files(plan, "Objective", plan.objectives, lambda objective: objective.ref)
    yield from _across_files(plan, "KPI", plan.kpis, lambda kpi: kpi.id)
    yield from _across_files(
        plan, "Improvement plan", plan.improvements, lambda improvement: improvement.id
    )
    for objective in plan.objectives:
        yield from _within(plan, objective)
    yield from find_taken_names(plan)


def _shared_addresses(plan: Plan) -> Iterator[Finding]:
    first: dict[str, tuple[str, int]] = {}
    for id_, person in plan.settings.people.items():
        for location, address in person.addresses:
            where = ("people", id_, *location)
            place = plan.place(plan.settings, *where)
            owner, line = first.setdefault(canonical(address), (id_, place.line))
            if owner != id_:
                message = f"'{address}' is the address of {owner} (on line {line}) and of {id_}."
                hint = "Give it to one of them only: an address tells who checks in."
                yield Finding.of(DUPLICATE_ID, place, message, hint, location=where)


def _across_files(
    plan: Plan, kind: str, records: Iterable[_RecordT], name_of: Callable[[_RecordT], str]
) -> Iterator[Finding]:
    first: dict[str, _RecordT] = {}
    for record in records:
        name = name_of(record)
        earlier = first.setdefault(name, record)
        if earlier is not record:
            message = f"{kind} '{name}' is defined in {earlier.path} and in {record.path}."
            hint = "Keep one of the files, or rename one."
            yield Finding.of(DUPLICATE_ID, plan.place(record), message, hint, name)


def _within(plan: Plan, objective: Objective) -> Iterator[Finding]:
    yield from _find_repeated(
        plan, objective, "Key result", ("key_results",), objective.key_results
    )
    yield from _find_repeated(
        plan, objective, "Initiative", ("initiatives",), objective.initiatives
    )
    for index, key_result in enumerate(objective.key_results):
        location = ("key_results", index, "steps")
        yield from _find_repeated(plan, objective, "Step", location, key_result.listed_steps)


def _find_repeated(
    plan: Plan, objective: Objective, kind: str, location: Location, items: Iterable[_HasId]
) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        earlier = first.setdefault(item.id, index)
        if earlier != index:
            line = plan.place(objective, *location, earlier, "id").line
            wrong = (*location, index, "id")
            place = plan.place(objective, *wrong)
            message = f"{kind} '{item.id}' is defined twice: on line {line} and on {place.line}."
            hint = "Rename one of them, or keep only one after a merge."
            yield Finding.of(DUPLICATE_ID, place, message, hint, objective.ref, location=wrong)


_NPS = "  - {id: nps, title: Raise NPS from 40 to 60, type: metric, baseline: 40, target: 60}\n"
_CSAT = "  - {id: csat, title: Raise CSAT from 72 to 80, type: metric, baseline: 72, target: 80}\n"

E001 = Rule(
    id=YAML_SYNTAX,
    explanation=(
        "A file that cannot be read is missing from every report, so nothing else in it can be "
        "trusted. Only the plain part of YAML is read: no tabs, duplicate keys, aliases, tags, "
        "second documents or conflict markers, because readers disagree on what they mean."
    ),
    source="YAML 1.2.2, and what its readers disagree on",
    examples={
        "en": Example(
            path="objectives/2026-Q4/cx-leader.yaml",
            failing=f"title: Lead the industry\ntitle: Lead the market\nkey_results:\n{_NPS}",
            passing=f"title: Lead the industry\nkey_results:\n{_NPS}",
        ),
        "es": Example(
            path="objectives/2026-Q4/ventas.yaml",
            failing="title: Vender más rápido\nwhy: El cliente dijo: lo quiero ya\n",
            passing='title: Vender más rápido\nwhy: "El cliente dijo: lo quiero ya"\n',
        ),
        "ru": Example(
            path="objectives/2026-Q4/support.yaml",
            failing=(
                "title: Клиенты получают ответ сразу\n"
                "<<<<<<< HEAD\n"
                "why: Меньше повторных обращений\n"
                "=======\n"
                "why: Клиенты реже уходят\n"
                ">>>>>>> anna\n"
            ),
            passing="title: Клиенты получают ответ сразу\nwhy: Клиенты реже уходят\n",
        ),
    },
)

E002 = Rule(
    id=SCHEMA,
    explanation=(
        "A misspelt key would be a goal that nobody sees, and a number in quotes one that nobody "
        "can compute with. So unknown and missing keys and values of another type are errors."
    ),
    source="Kubernetes' strict field validation: an unknown field is a mistake",
    examples={
        "en": Example(
            path="objectives/2026-Q4/cx-leader.yaml",
            failing=f"title: Lead the industry\nkey_results:\n{_NPS.replace('target', 'traget')}",
            passing=f"title: Lead the industry\nkey_results:\n{_NPS}",
        ),
        "es": Example(
            path="objectives/2026-Q4/ventas.yaml",
            failing=(
                "title: Vender más rápido\n"
                "key_results:\n"
                '  - {id: ciclo, title: Ciclo corto, type: metric, baseline: "45", target: 35}\n'
            ),
            passing=(
                "title: Vender más rápido\n"
                "key_results:\n"
                "  - {id: ciclo, title: Ciclo corto, type: metric, baseline: 45, target: 35}\n"
            ),
        ),
        "ru": Example(
            path="checkins/2026/2026-11-20-anna-7f3a9c12.yaml",
            failing="date: 20.11.2026\nby: anna\nnote: Вторая волна опроса\n",
            passing="date: 2026-11-20\nby: anna\nnote: Вторая волна опроса\n",
        ),
    },
)

E003 = Rule(
    id=DUPLICATE_ID,
    explanation=(
        "A check-in names what it reports on by its id. Where two things have one id, nobody "
        "knows which of them moved. A merge can bring the second one in without a conflict. A "
        "former name (`formerly`) goes on meaning what it meant, so nothing else can have it. "
        "People are known by their email addresses: with one address for two, nobody knows who "
        "checked in."
    ),
    source="«El poder de la evaluación del desempeño basada en datos»: no duplicated goals",
    find=duplicate_ids,
    examples={
        "en": Example(
            path="objectives/2026-Q4/cx-leader.yaml",
            failing=f"title: Lead the industry\nkey_results:\n{_NPS}"
            + _CSAT.replace("id: csat", "id: nps"),
            passing=f"title: Lead the industry\nkey_results:\n{_NPS}{_CSAT}",
        ),
        "es": Example(
            path="objectives/2026-Q4/ventas.yaml",
            failing=(
                "title: Vender más rápido\n"
                "initiatives:\n"
                "  - {id: crm, title: Elegir el CRM}\n"
                "  - {id: crm, title: Formar al equipo}\n"
            ),
            passing=(
                "title: Vender más rápido\n"
                "initiatives:\n"
                "  - {id: crm, title: Elegir el CRM}\n"
                "  - {id: formacion, title: Formar al equipo}\n"
            ),
        ),
        "ru": Example(
            path="objectives/2026-Q4/training.yaml",
            failing=(
                "title: Операторы решают сами\n"
                "key_results:\n"
                "  - id: course\n"
                "    title: Курс пройден всеми\n"
                "    type: milestones\n"
                "    steps: [{id: pilot, title: Пилот}, {id: pilot, title: Все смены}]\n"
            ),
            passing=(
                "title: Операторы решают сами\n"
                "key_results:\n"
                "  - id: course\n"
                "    title: Курс пройден всеми\n"
                "    type: milestones\n"
                "    steps: [{id: pilot, title: Пилот}, {id: all, title: Все смены}]\n"
            ),
        ),
    },
)

E005 = Rule(
    id=BAD_IGNORE,
    explanation=(
        "A comment that silences nothing hides the next real finding on its line. What names no "
        "rule was meant to silence one. Profile strict also asks for the reason, behind the "
        "bracket. What loading cannot read cannot be silenced."
    ),
    source="Ruff's unused-noqa and Biome's suppressions with a reason",
    examples={
        "en": Example(
            path="kpis/nps.yaml",
            failing="title: Net promoter score  # okr: ignore[E0004] measured in January\n",
            passing="title: Net promoter score\n",
        ),
        "es": Example(
            path="objectives/2026-Q4/ventas.yaml",
            failing="title: Vender más rápido\nparent: 2026-Q4/norte  # okr: ignore[E004]\n",
            passing="title: Vender más rápido\nparent: 2026-Q4/norte\n",
            beside={"objectives/2026-Q4/norte.yaml": "title: Crecer en el norte\n"},
        ),
        "ru": Example(
            path="objectives/2026-Q4/support.yaml",
            failing="title: Ответ сразу\n# okr: ignore[bad-refrence] создаём\nteam: line\n",
            passing="title: Ответ сразу\n# okr: ignore[bad-reference] создаём\nteam: line\n",
            beside={"okr.yaml": "version: 1\nteams: {support: {name: Поддержка}}\n"},
        ),
    },
)

E006 = Rule(
    id=LOSSY_TEXT,
    explanation=(
        "YAML reads some plain text as something else: it ends a value at ` #`, and older readers "
        "take NO for false and 1:30 for 90. The text that was written is not the text that is "
        "read. Quotes keep it."
    ),
    source="YAML 1.1 and 1.2.2: comments, booleans and base-60 numbers",
    examples={
        "en": Example(
            path="objectives/2026-Q4/cx-leader.yaml",
            failing="title: Close the gap that ticket #12 showed\n",
            passing='title: "Close the gap that ticket #12 showed"\n',
        ),
        "es": Example(
            path="objectives/2026-Q4/ventas.yaml",
            failing="title: Responder antes de 1:30\nwhy: 1:30\n",
            passing='title: Responder antes de 1:30\nwhy: "1:30"\n',
        ),
        "ru": Example(
            path="objectives/2026-Q4/support.yaml",
            failing="title: Закрыть заявку #12 навсегда\n",
            passing='title: "Закрыть заявку #12 навсегда"\n',
        ),
    },
)
