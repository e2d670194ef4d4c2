"""The calculator against the least that Python can do for the same sums.

A plain run of pytest leaves these out, for a clock is no judge on a shared machine. To run them::

    pytest -m benchmark -s tests/benchmarks

Both sides are timed in turn in one process, and the medians of the ratios are compared: never a
single time, and never a time by itself.
"""

from collections.abc import Callable
from statistics import median
from time import perf_counter

import pytest

from quizapp.calc import ReceptiveField, Trace, trace, zoo

pytestmark = pytest.mark.benchmark

MOST = 20
"""How many times the loop's time the calculator may take."""

Pair = tuple[int, int]


# The loop: ResNet-152 with no layer, no graph, no names and no checks.

Sums = tuple[tuple[int, ...], int, int, Pair, Pair, Pair]


def window(row: Sums, c_out: int, k: int, s: int, p: int, weights: int) -> Sums:
    (_, h, w), _, _, (rh, rw), (jh, jw), (ph, pw) = row
    h, w = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
    reach = k - 1
    return (
        (c_out, h, w), weights, weights * h * w,
        (rh + reach * jh, rw + reach * jw), (jh * s, jw * s), (ph + p * jh, pw + p * jw),
    )  # fmt: skip


def convolution(rows: list[Sums], entry: Sums, c_out: int, k: int, s: int = 1) -> Sums:
    """A convolution without a bias and its batch norm."""
    row = window(entry, c_out, k, s, k // 2, k * k * entry[0][0] * c_out)
    shape, _, _, size, stride, padding = row
    normed = (shape, 2 * c_out, 0, size, stride, padding)
    rows += (row, normed)
    return normed


def activation(rows: list[Sums], entry: Sums) -> Sums:
    shape, _, _, size, stride, padding = entry
    row = (shape, 0, 0, size, stride, padding)
    rows.append(row)
    return row


def addition(rows: list[Sums], one: Sums, other: Sums) -> Sums:
    shape, _, _, (ah, aw), stride, (ph, pw) = one
    _, _, _, (bh, bw), _, (qh, qw) = other
    lh, lw = max(ph, qh), max(pw, qw)
    size = (lh + max(ah - ph, bh - qh), lw + max(aw - pw, bw - qw))
    row = (shape, 0, 0, size, stride, (lh, lw))
    rows.append(row)
    return row


def by_hand() -> tuple[list[Sums], int, int]:
    rows: list[Sums] = []
    here: Sums = ((3, 224, 224), 0, 0, (1, 1), (1, 1), (0, 0))
    here = activation(rows, convolution(rows, here, 64, 7, 2))
    here = window(here, 64, 3, 2, 1, 0)
    rows.append(here)
    for width, depth, stride in ((64, 3, 1), (128, 8, 2), (256, 36, 2), (512, 3, 2)):
        for block in range(depth):
            entry, s = here, stride if block == 0 else 1
            here = activation(rows, convolution(rows, here, width, 1))
            here = activation(rows, convolution(rows, here, width, 3, s))
            here = convolution(rows, here, 4 * width, 1)
            if block == 0:
                entry = convolution(rows, entry, 4 * width, 1, s)
            here = activation(rows, addition(rows, here, entry))
    none: Pair = (0, 0)
    rows += (((2048, 1, 1), 0, 0, none, none, none), ((2048,), 0, 0, none, none, none))
    rows.append(((1000,), 2048 * 1000 + 1000, 2048 * 1000, none, none, none))
    return rows, sum(row[1] for row in rows), sum(row[2] for row in rows)


def by_calculator() -> tuple[Trace, int, int]:
    traced = trace(zoo.network("resnet152"))
    return traced, traced.parameters, traced.macs


def seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    for _ in range(5):
        work()
    return perf_counter() - begun


def test_the_loop_and_the_calculator_find_the_same_sums() -> None:
    rows, parameters, macs = by_hand()
    traced, *totals = by_calculator()
    assert totals == [parameters, macs]
    for row, (shape, learned, products, *field) in zip(traced.rows, rows, strict=True):
        assert (row.output_shape, row.parameters, row.macs) == (shape, learned, products)
        if isinstance(row.receptive_field, ReceptiveField):
            assert list(row.receptive_field[:3]) == field
    assert traced.receptive_field == ReceptiveField((1451, 1451), (32, 32), (725, 725))


def test_resnet152_is_built_and_traced_within_twenty_times_the_loop() -> None:
    ratios = [seconds(by_calculator) / seconds(by_hand) for _ in range(60)]
    print(f"\nresnet152: {median(ratios):.1f} times the loop")
    assert median(ratios) <= MOST
