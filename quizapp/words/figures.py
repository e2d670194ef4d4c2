"""How a value is printed, the same in both languages."""

from numbers import Rational


def render(value: object) -> str:
    """`value` as people read it.

    Integers carry thousand commas (``73,728``) except inside a shape (``64×112×112``), which is
    any list or tuple of integers. Fractions are ``1/2``, and integers where they are whole. Other
    lists are ``(1/2, 1/2)``; everything else is its `str`.
    """
    match value:
        case bool():
            return str(value)
        case Rational():
            # Not Fraction: importing it brings decimal, and an int is a Rational as well.
            whole = f"{value.numerator:,}"
            return whole if value.denominator == 1 else f"{whole}/{value.denominator:,}"
        case list() | tuple():
            if value and all(_is_whole(part) for part in value):
                return "×".join(str(part) for part in value)
            return f"({', '.join(render(part) for part in value)})"
        case _:
            return str(value)


def _is_whole(value: object) -> bool:
    return not isinstance(value, bool) and isinstance(value, Rational) and value.denominator == 1
