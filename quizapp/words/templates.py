"""Sentences with holes: ``{k}·{k} = {k*k:은/는}``, with ``{{`` and ``}}`` for braces."""

import re
from collections.abc import Callable

from quizapp.errors import ExpressionError
from quizapp.frozen import dataclass
from quizapp.words.figures import render
from quizapp.words.particles import particle

_BRACES = re.compile(r"\{\{|\}\}|\{(?P<inside>[^{}]*)\}|[{}]")
_PAIR = r"[가-힣]+/[가-힣]+"  # `re` compiles it at the first pair, not at every start


@dataclass(frozen=True, slots=True)
class Hole:
    """A place to be filled: what stands in it, and the particle that follows its value."""

    source: str
    """A name or an expression, without the spaces around it."""
    particle: str | None
    """A pair such as ``을/를``."""
    column: int
    """Where `source` begins in the template, from 0."""


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence cut at its holes."""

    segments: tuple[str | Hole, ...]

    @classmethod
    def parse(cls, source: str) -> "Template":
        """`source` cut at its holes.

        Raises `ExpressionError` at a brace without a partner, a hole with nothing in it, or a
        colon that no pair of particles follows.
        """
        if "{" not in source and "}" not in source:
            return cls((source,) if source else ())
        segments: list[str | Hole] = []
        literal = ""
        place = 0
        for match in _BRACES.finditer(source):
            literal += source[place : match.start()]
            place = match.end()
            if match["inside"] is not None:
                if literal:
                    segments.append(literal)
                    literal = ""
                segments.append(_hole(match["inside"], match.start() + 1))
            elif len(match[0]) == 2:
                literal += match[0][0]
            else:
                raise _stray(match[0], match.start())
        literal += source[place:]
        if literal:
            segments.append(literal)
        return cls(tuple(segments))

    @property
    def holes(self) -> tuple[Hole, ...]:
        """The holes, from left to right."""
        return tuple(segment for segment in self.segments if isinstance(segment, Hole))

    def fill(self, value_of: Callable[[Hole], object]) -> str:
        """The sentence with each hole's value, rendered, and its particle."""
        return "".join(
            segment if isinstance(segment, str) else _filled(segment, value_of(segment))
            for segment in self.segments
        )


def _filled(hole: Hole, value: object) -> str:
    text = render(value)
    return text if hole.particle is None else text + particle(text, hole.particle)


def _hole(inside: str, start: int) -> Hole:
    """The hole between two braces, whose inside begins at `start`."""
    value, colon, pair = inside.partition(":")
    source = value.strip()
    if not source:
        raise ExpressionError(
            "template-empty-hole",
            "nothing stands between the braces; write a name or an expression, "
            "or '{{{{' and '}}}}' for braces that are printed",
            column=start - 1,
        )
    if colon and not re.fullmatch(_PAIR, pair.strip()):
        raise ExpressionError(
            "template-not-a-pair",
            "'{pair}' after the colon is no pair of Korean particles such as 은/는",
            column=start + len(value),
            pair=pair.strip(),
        )
    column = start + len(value) - len(value.lstrip())
    return Hole(source, pair.strip() if colon else None, column)


def _stray(brace: str, column: int) -> ExpressionError:
    if brace == "{":
        return ExpressionError(
            "template-never-closed",
            "'{{' is never closed; close it with '}}', or write '{{{{' for a brace that is printed",
            column=column,
        )
    return ExpressionError(
        "template-never-opened",
        "'}}' closes nothing; write '}}}}' for a brace that is printed",
        column=column,
    )
