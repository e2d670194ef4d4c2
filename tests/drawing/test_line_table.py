"""Numbers beside the lines of a text."""

import pytest

from quizapp.bank.network_text import notation, written_network
from quizapp.calc import zoo
from quizapp.drawing import line_table
from quizapp.drawing.line_tables import rounded_count
from quizapp.mistakes import BY_ID
from quizapp.words import cell_width

TEXT = "Conv2d(3, 8, 3), ReLU()\n\nMaxPool2d(2)"


def test_the_layers_of_a_line_are_added_up() -> None:
    written = written_network(TEXT, (3, 16, 16))
    rows, _ = written.walked()
    table = line_table(3, written.lines, rows, "en", 60)
    assert table.head.split() == ["output", "parameters", "MACs", "sees"]
    assert [line.split() for line in table.lines] == [
        ["8×14×14", "224", "42,336", "3"], [], ["8×7×7", "0", "0", "4"],
    ]  # fmt: skip


def test_numbers_that_a_mistake_changes_are_marked() -> None:
    written = written_network(TEXT, (3, 16, 16))
    rows, _ = written.walked()
    wrong, _ = written.walked(BY_ID["forgot-bias"].rules())
    table = line_table(3, written.lines, wrong, "en", 60, rows)
    assert table.lines[0].split() == ["8×14×14", "216*", "42,336", "3"]
    assert "*" not in table.lines[2]


@pytest.mark.parametrize("width", [12, 20, 30, 36, 41, 46, 80])
def test_a_table_fits_where_its_first_column_does(width: int) -> None:
    network = zoo.network("alexnet")
    written = written_network(notation(network), (3, 224, 224))
    rows, _ = written.walked()
    table = line_table(len(rows), written.lines, rows, "ko", width)
    assert all(cell_width(line) <= width for line in (table.head, *table.lines))
    assert all(line for line in table.lines)


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0"), (999_999, "999,999"), (1_000_000, "1.0 M"), (118_013_952, "118.0 M"),
        (1_849_688_064, "1.8 G"), (12_345_678_900_000, "12,345.7 G"),
    ],
)  # fmt: skip
def test_large_counts_are_rounded_to_a_tenth(count: int, text: str) -> None:
    assert rounded_count(count) == text
