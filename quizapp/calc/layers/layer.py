"""What every layer is, and how torch's arguments become one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

from quizapp.calc.rules import Rules, Window
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass
from quizapp.words import render

if TYPE_CHECKING:
    from quizapp.calc.receptive_field import Seen

Shape = tuple[int, ...]
"""Channels first, without the batch."""

REQUIRED = object()
"""Stands where an argument has no default."""


class Layer:
    """One operation on one tensor; the defaults are those of an operation without weights.

    Methods take shapes without the batch and the table of rules. Run on derivation terms instead
    of numbers they return terms.
    """

    symbols: ClassVar[Mapping[str, str]] = {}
    """Fields that stand in formulas, and the symbol of each."""
    sides: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """Symbols of the last sides of each input, where they are not channels and axes of a map."""
    joins: ClassVar[bool] = False
    """Takes a tuple of shapes, one an input, in place of one shape."""
    heeds_places: ClassVar[bool] = False
    """Its ``field`` heeds where the axes of the map stand; for all others the walk sees to it."""

    def resolved(self, _shape: Shape) -> "Layer":
        """The layer with all its numbers known; only lazy layers change."""
        return self

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """The shape that leaves. Raises NetworkError where torch refuses."""
        raise NotImplementedError

    def parameters(self, _shape: Shape, _output: Shape, _rules: Rules) -> int:
        """Learnable numbers."""
        return 0

    def buffers(self) -> int:
        """Numbers torch keeps with the layer but does not learn."""
        return 0

    def macs(self, _shape: Shape, _output: Shape, _rules: Rules) -> int:
        """Multiply-accumulates for one example: no bias, no norm, no pooling, no activation."""
        return 0

    def field(self, seen: "Seen", _shape: Shape, _output: Shape, _rules: Rules) -> "Seen":
        """What one unit of the output sees, from what one unit of the input sees."""
        return seen

    def gated(self, _seen: "Seen", _shape: Shape) -> bool:
        """Whether units are scaled by statistics along an axis of the map, as by a global gate."""
        return False


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of ``torch.nn`` or a function of torch: its name, arguments, and maker."""

    name: str
    arguments: Mapping[str, Any]
    """Argument names in torch's order, with defaults; REQUIRED where there is none."""
    build: Callable[..., Layer]

    def layer(self, args: Sequence[Any], keywords: Mapping[str, Any]) -> Layer:
        """The layer these arguments describe. Raises NetworkError as torch would refuse."""
        names = list(self.arguments)
        if len(args) > len(names):
            raise NetworkError(
                "arguments-many", "takes at most {most} argument(s) and gets {count}",
                most=len(names), count=len(args),
            )  # fmt: skip
        given = dict(zip(names, args, strict=False))
        for name, value in keywords.items():
            if name not in self.arguments:
                raise self._unknown(name)
            if name in given:
                raise NetworkError("argument-twice", "gets `{argument}` twice", argument=name)
            given[name] = value
        missing = [name for name in names if name not in given and self.arguments[name] is REQUIRED]
        if missing:
            raise NetworkError("argument-missing", "needs `{argument}`", argument=missing[0])
        return self.build(**given)

    def _unknown(self, name: str) -> NetworkError:
        from quizapp.expressions import nearest

        guess = nearest(name, self.arguments)
        if guess is None:
            return NetworkError("argument-unknown", "has no argument `{argument}`", argument=name)
        return NetworkError(
            "argument-unknown-guess", "has no argument `{argument}`; did you mean `{guess}`?",
            argument=name, guess=guess,
        )  # fmt: skip


def kind_of(cls: type[Any], **preset: Any) -> Kind:
    """The kind of a dataclass of layers; ``preset`` fields are the class's own, not arguments."""
    arguments = {
        field.name: REQUIRED if field.default is MISSING else field.default
        for field in fields(cls)
        if field.name not in preset
    }
    return Kind(cls.__name__, arguments, lambda **given: cls(**preset, **given))


def whole(argument: str, value: Any, least: int | None = 1) -> int:
    """The value, if it is a whole number of at least ``least``."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise NetworkError(
            "argument-whole", "needs a whole number for `{argument}`, not {value}",
            argument=argument, value=as_written(value),
        )  # fmt: skip
    if least is not None and value < least:
        raise NetworkError(
            "argument-least", "needs `{argument}` of at least {least}, not {value}",
            argument=argument, least=least, value=value,
        )  # fmt: skip
    return value


def per_axis(argument: str, value: Any, axes: int, least: int) -> tuple[int, ...]:
    """One whole number for all axes, or one an axis (a single one in a tuple counts for all)."""
    if isinstance(value, tuple | list):
        if len(value) not in (1, axes):
            raise not_one_an_axis(argument, axes, len(value))
        numbers = tuple(whole(argument, part, least) for part in value)
        return numbers * axes if len(numbers) == 1 else numbers
    return (whole(argument, value, least),) * axes


def not_one_an_axis(argument: str, numbers: int, count: int) -> NetworkError:
    """What is said of an argument with another count of numbers than its axes call for."""
    return NetworkError(
        "argument-axes", "needs {axes} numbers for `{argument}`, not {count}",
        axes=numbers, argument=argument, count=count,
    )  # fmt: skip


def yes_or_no(argument: str, value: Any) -> bool:
    """The value, if it is True or False."""
    if not isinstance(value, bool):
        raise NetworkError(
            "argument-bool", "needs True or False for `{argument}`, not {value}",
            argument=argument, value=as_written(value),
        )  # fmt: skip
    return value


def require_probability(value: Any) -> None:
    """Refuse what is not a number from 0 to 1."""
    number = isinstance(value, int | float | Fraction) and not isinstance(value, bool)
    if not number or not 0 <= value <= 1:
        raise NetworkError(
            "probability", "needs a probability between 0 and 1, not {p}", p=as_written(value)
        )


def require_choice(argument: str, value: Any, known: Sequence[str]) -> None:
    """Refuse a word that is not one of those known."""
    if value not in known:
        raise NetworkError(
            "choice", "knows {known} for `{argument}`, not {value}",
            argument=argument, known=", ".join(known), value=as_written(value),
        )  # fmt: skip


def place_of(dim: int, shape: Shape) -> int:
    """Where in a shape the axis lies that torch calls ``dim``, counting the batch.

    Refuses the batch itself, and an axis that is not there.
    """
    rank = len(shape) + 1
    if not -rank <= dim < rank:
        raise NetworkError(
            "axis", "has no axis {dim}: with the batch there are {rank}", dim=dim, rank=rank
        )
    if dim % rank == 0:
        raise batch_touched()
    return dim % rank - 1


def batch_touched() -> NetworkError:
    """What is said of an axis that is the batch's."""
    return NetworkError("batch-axis", "would work on the batch; axis 1 is the channels")


def require_rank(shape: Shape, *ranks: int) -> None:
    """Refuse a shape that has not one of these numbers of numbers (channels and axes)."""
    if len(shape) in ranks:
        return
    rank = ranks[-1]
    if len(shape) == rank + 1:
        raise NetworkError(
            "rank-batch",
            "expects a shape of {rank} numbers and gets {shape}; shapes are written without the "
            "batch",
            rank=rank, shape=render(shape),
        )  # fmt: skip
    raise NetworkError(
        "rank", "expects a shape of {rank} numbers and gets {shape}",
        rank=rank, shape=render(shape),
    )  # fmt: skip


def require_map(shape: Shape, axes: int) -> None:
    """Refuse what is not channels and so many axes, and a map without a single pixel."""
    require_rank(shape, axes + 1)
    if 0 in shape:
        raise NetworkError("map-empty", "cannot work on an empty map: {shape}", shape=render(shape))


def require_channels(expected: int, arriving: int) -> None:
    """Refuse an input with another number of channels than the layer was made for."""
    if expected != arriving:
        raise NetworkError(
            "channels", "expects {expected} channels and gets {arriving}",
            expected=expected, arriving=arriving,
        )  # fmt: skip


def require_features(expected: int, shape: Shape) -> None:
    """Refuse an input whose last axis is not as long as the layer was made for."""
    if not shape:
        raise NetworkError(
            "no-features", "expects {expected} features, and one number an example is left",
            expected=expected,
        )  # fmt: skip
    if shape[-1] != expected:
        raise NetworkError(
            "features", "expects {expected} features and gets {arriving}",
            expected=expected, arriving=shape[-1],
        )  # fmt: skip


def require_room(output: Shape, shape: Shape, least: int = 1) -> Shape:
    """Refuse an output with a side below ``least``."""
    if min(output, default=least) < least:
        raise NetworkError(
            "too-small", "leaves nothing of {shape}: the result would be {output}",
            shape=render(shape), output=render(output),
        )  # fmt: skip
    return output


def windows_of(
    kernel_size: Sequence[int],
    stride: Sequence[int],
    padding: Sequence[tuple[int, int]],
    dilation: Sequence[int],
    ceil: bool = False,
) -> tuple[Window, ...]:
    """The windows of a layer, one an axis."""
    return tuple(
        Window(k, s, before, after, d, ceil)
        for k, s, (before, after), d in zip(kernel_size, stride, padding, dilation, strict=True)
    )


def as_written(value: Any) -> str:
    """An argument as it stands in a call."""
    if isinstance(value, tuple):
        inner = ", ".join(map(as_written, value))
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if isinstance(value, Fraction) and value.denominator > 1:
        return str(float(value))
    if value is None or isinstance(value, int | float | Fraction):
        return str(value)
    if isinstance(value, str):
        return repr(value)
    raise NetworkError("argument-plain", "an argument is a number, a text, True, False or None")
