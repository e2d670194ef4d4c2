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


def rounded(value: object, digits: int = 4) -> str:
    """A fraction as a decimal of so many significant digits, ``0.06083``; all else as `render`.

    Zeros at its end are left out, and a whole number stays as it is.
    """
    if not isinstance(value, Rational) or value.denominator == 1:
        return render(value)
    top, bottom = abs(int(value.numerator)), int(value.denominator)
    places = digits - len(str(top // bottom)) if top >= bottom else digits
    while top < bottom and top * 10 ** (places - digits + 1) < bottom:
        places += 1
    return _to_places(value, max(0, places))


def decimal(value: object) -> str:
    """A number with all its decimals where they end, ``81.82``; else as `render`."""
    if not isinstance(value, Rational) or value.denominator == 1:
        return render(value)
    places = 0
    while places < _MOST_PLACES and 10**places % int(value.denominator):
        places += 1
    ends = 10**places % int(value.denominator) == 0
    return _to_places(value, places) if ends else render(value)


_MOST_PLACES = 30


def _to_places(value: Rational, places: int) -> str:
    top, bottom = abs(int(value.numerator)), int(value.denominator)
    units = (2 * top * 10**places + bottom) // (2 * bottom)
    whole, rest = divmod(units, 10**places)
    decimals = f"{rest:0{places}d}".rstrip("0") if places else ""
    sign = "-" if int(value.numerator) < 0 else ""
    return f"{sign}{whole:,}.{decimals}" if decimals else f"{sign}{whole:,}"
