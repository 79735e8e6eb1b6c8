"""Formulas: arithmetic over the values of KPIs, evaluated without running them as code."""

import ast
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from typing import Final, NamedTuple

from okrcli.frozen import frozen_dataclass
from okrcli.model.base import MAX_NUMBER_DIGITS

MAX_CHARACTERS: Final = 500

_CONTEXT: Final = Context(
    prec=MAX_NUMBER_DIGITS,
    Emin=-60,
    Emax=60,
    traps=[DivisionByZero, InvalidOperation, Overflow],
)
"""Results may have four times as many digits as numbers in files, and no more."""


class FormulaError(ValueError):
    """A text that is not a formula; the message says what is wrong with it."""


class NoValue(NamedTuple):
    """Why there is no value, in a sentence."""

    reason: str


class _Operation(NamedTuple):
    """An operation on the last *arity* values; *divisor* is the text of what it divides by."""

    arity: int
    result: Callable[..., Decimal]
    divisor: str = ""


_Step = str | Decimal | _Operation


@frozen_dataclass
class Formula:
    """Arithmetic over the values of KPIs.

    Attributes:
        text: As it is written.
        names: The KPIs that it names, each once, in the order of the text.
        steps: Names, numbers and operations, each operation after its operands, so that no nesting
            is too deep.
    """

    text: str
    names: tuple[str, ...]
    steps: tuple[_Step, ...]

    def value(self, values: Mapping[str, Decimal]) -> Decimal | NoValue:
        """Return the result for *values* by name, or why there is none."""
        missing = next((name for name in self.names if name not in values), None)
        if missing is not None:
            return NoValue(f"{missing} has no value.")
        stack: list[Decimal] = []
        for step in self.steps:
            if isinstance(step, _Operation):
                try:
                    stack[-step.arity :] = [step.result(*stack[-step.arity :])]
                except ZeroDivisionError:
                    which = f"{step.divisor}, which is 0" if step.divisor.strip("0.") else "0"
                    return NoValue(f"It divides by {which}.")
                except Overflow:
                    return NoValue("Its result is too large a number.")
            else:
                stack.append(values[step] if isinstance(step, str) else step)
        return stack[0] or Decimal(0)  # no -0, and no 0 with many decimals


def parse_formula(text: str) -> Formula:
    """Return the formula that *text* states.

    It has names of KPIs, decimal numbers, `+ - * /`, parentheses, `abs`, `min` and `max`.

    Raises:
        FormulaError: It is not a formula.
    """
    spaced = " ".join(text.split())
    if not spaced:
        raise FormulaError("The formula is empty.")
    if len(spaced) > MAX_CHARACTERS:
        raise FormulaError(
            f"The formula has {len(spaced)} characters; the limit is {MAX_CHARACTERS}."
        )
    for word in _WORD.findall(spaced):
        _require_readable(word)
    source = _NAME.sub(rf"{_MARK}\g<0>", spaced)
    steps = _steps_of(_tree_of(source), source)
    names = dict.fromkeys(step for step in steps if isinstance(step, str))
    return Formula(spaced, tuple(names), steps)


def with_names(text: str, name_of: Callable[[str], str]) -> str:
    """Return the formula *text* with what *name_of* gives for each name; all else stays."""
    return _NAME.sub(lambda match: name_of(match[0]), text)


_MARK: Final = "__"
"""Prefix of each name, so that a KPI may be called `class`; no name contains it."""

_WORD: Final = re.compile(r"[\w.]+|[^\w.]")
_NAME: Final = re.compile(r"\b[A-Za-z](?:_?[A-Za-z0-9])*")
_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
_SIGNS: Final = frozenset(" +-*/(),")


def _require_readable(word: str) -> None:
    if word in _SIGNS or _NAME.fullmatch(word):
        return
    if not _NUMBER.fullmatch(word):
        raise FormulaError(
            f"'{word}' is not allowed in a formula, which has names of KPIs, numbers, + - * / and"
            " parentheses."
        )
    if len(word) > MAX_NUMBER_DIGITS:
        raise FormulaError(f"{word} has too many digits.")


def _tree_of(source: str) -> ast.expr:
    try:
        return ast.parse(source, mode="eval").body
    except SyntaxError:  # where and why is told differently by each version of Python
        raise FormulaError(
            "The formula cannot be read: a value, an operator or a parenthesis is missing or extra."
        ) from None
    except (MemoryError, RecursionError):
        raise FormulaError("The formula is nested too deeply to be read.") from None


def _steps_of(tree: ast.expr, source: str) -> tuple[_Step, ...]:
    """Return the steps of *tree*, collected from the right and then reversed."""
    todo, steps = [tree], list[_Step]()
    while todo:
        step, parts = _step_of(todo.pop(), source)
        steps.append(step)
        todo += parts
    return tuple(reversed(steps))


def _step_of(node: ast.expr, source: str) -> tuple[_Step, Sequence[ast.expr]]:
    match node:
        case ast.Name():
            return node.id.removeprefix(_MARK), ()
        case ast.Constant():
            return Decimal(_text_of(node, source)), ()
        case ast.UnaryOp() if sign := _SIGNED.get(type(node.op)):
            return _Operation(1, sign), (node.operand,)
        case ast.BinOp() if result := _COMBINED.get(type(node.op)):
            return _Operation(2, result, _text_of(node.right, source)), (node.left, node.right)
        case ast.Call(func=ast.Name(id=name), keywords=[]):
            return _call(name.removeprefix(_MARK), node.args), node.args
        case ast.Tuple():
            raise FormulaError("A comma is allowed only inside min and max: write 0.5, not 0,5.")
    raise FormulaError(
        f"'{_text_of(node, source)}' is not arithmetic: a formula has + - * /, parentheses, and the"
        " functions abs, min and max."
    )


def _text_of(node: ast.expr, source: str) -> str:
    return source[node.col_offset : node.end_col_offset].replace(_MARK, "")


def _call(name: str, arguments: Sequence[ast.expr]) -> _Operation:
    if name not in _FUNCTIONS:
        raise FormulaError(f"There is no function '{name}'; there are only abs, min and max.")
    result, is_of_one = _FUNCTIONS[name]
    if is_of_one != (len(arguments) == 1) or not arguments:
        raise FormulaError(f"{name} takes {'one value' if is_of_one else 'two values or more'}.")
    return _Operation(len(arguments), result)


def _quotient(dividend: Decimal, divisor: Decimal) -> Decimal:
    if not divisor:  # 0 / 0 is another error of Decimal, but the same mistake
        raise ZeroDivisionError
    return _CONTEXT.divide(dividend, divisor)


_SIGNED: Final[Mapping[type[ast.unaryop], Callable[..., Decimal]]] = {
    ast.USub: _CONTEXT.minus,
    ast.UAdd: _CONTEXT.plus,
}
_COMBINED: Final[Mapping[type[ast.operator], Callable[..., Decimal]]] = {
    ast.Add: _CONTEXT.add,
    ast.Sub: _CONTEXT.subtract,
    ast.Mult: _CONTEXT.multiply,
    ast.Div: _quotient,
}
_FUNCTIONS: Final[Mapping[str, tuple[Callable[..., Decimal], bool]]] = {
    "abs": (_CONTEXT.abs, True),
    "min": (min, False),
    "max": (max, False),
}
"""The functions by name, each with whether it takes a single value."""
