"""The figures of ``check --report`` as lines for people and as objects for programs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quizapp.lint.figures import Figures, Share, never_revealed, topics_by_mistake
from quizapp.words import Language, cell_width, fit, render, say

_SHARES = ("masked_before", "masked", "tying_before", "tying")
_RATES = ("random_named", "random_named_small", "alone", "in_a_tie")
_NONE = "·"


def figures_lines(figures: Sequence[Figures], language: Language) -> Iterator[str]:
    """Templates, then the grid of mistakes and topics, then how often slips are named."""
    if not figures:
        yield say("lint.report-nothing", language)
        return
    grid = topics_by_mistake(figures)
    yield say("lint.report-templates", language, seeds=str(_seeds(figures)))
    heads = [say(f"lint.report-{name}", language) for name in ("template", *_SHARES, "reveals")]
    rows = [_template_row(each) for each in figures]
    rows.append([say("lint.report-all", language), *map(_percent, _sums(figures, _SHARES)), ""])
    yield from _table([heads, *rows])
    for each in figures:
        for name, values in each.never_shown.items():
            listed = ", ".join(map(render, values))
            figure = {"question": each.question.key, "name": name, "values": listed}
            yield say("lint.report-never-shown", language, **figure)
    yield ""
    yield say("lint.report-grid", language)
    yield from _grid_lines(grid)
    if missing := never_revealed(grid):
        yield say("lint.report-never-revealed", language, mistakes=", ".join(missing))
    yield ""
    for name, share in zip(_RATES, _sums(figures, _RATES), strict=True):
        shown = {"share": _percent(share), "count": share.count, "of": share.of}
        yield say(f"lint.report-{name}", language, **shown)


def figures_json(figures: Sequence[Figures]) -> Iterator[dict[str, Any]]:
    """An object a template, one with the grid, one with the sums."""
    for each in figures:
        yield {
            "template": each.question.key,
            **{name: _share_json(getattr(each, name)) for name in (*_SHARES, *_RATES)},
            "reveals": dict(sorted(each.reveals.items())),
            "never_shown": {
                name: [render(value) for value in values]
                for name, values in each.never_shown.items()
            },
        }
    grid = topics_by_mistake(figures)
    topics = {topic: dict(sorted(counts.items())) for topic, counts in grid.items()}
    yield {"topics": topics, "never_revealed": never_revealed(grid)}
    names = (*_SHARES, *_RATES)
    sums = zip(names, _sums(figures, names), strict=True)
    yield {"all": {name: _share_json(share) for name, share in sums}}


def _template_row(each: Figures) -> list[str]:
    shares = [_percent(getattr(each, name)) for name in _SHARES]
    revealed = ", ".join(sorted(each.reveals)) or _NONE
    return [each.question.key, *shares, revealed]


def _grid_lines(grid: Mapping[str, Counter[str]]) -> Iterator[str]:
    """A row a mistake, a column a topic, in each how many templates reveal it."""
    topics = list(grid)
    mistakes = sorted({mistake for counts in grid.values() for mistake in counts})
    heads = ["", *(str(number) for number in range(1, len(topics) + 1))]
    rows = [
        [mistake, *(str(grid[topic][mistake] or _NONE) for topic in topics)] for mistake in mistakes
    ]
    yield from _table([heads, *rows])
    for number, topic in enumerate(topics, 1):
        yield f"  {number:>2}  {topic}"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The first and the last column to the left, those between to the right."""
    last = len(rows[0]) - 1
    widths = [max(cell_width(row[place]) for row in rows) for place in range(last + 1)]
    for row in rows:
        cells = [
            fit(cell, width, "left" if place in (0, last) else "right")
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
            if width
        ]
        yield "  " + "  ".join(cells).rstrip()


def _seeds(figures: Sequence[Figures]) -> int:
    return max((each.masked.of for each in figures), default=0)


def _sums(figures: Sequence[Figures], names: Sequence[str]) -> list[Share]:
    return [sum((getattr(each, name) for each in figures), Share()) for name in names]


def _percent(share: Share) -> str:
    return _NONE if share.percent is None else f"{share.percent:.1f} %"


def _share_json(share: Share) -> dict[str, int]:
    return {"count": share.count, "of": share.of}
