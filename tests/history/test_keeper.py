from collections.abc import Callable
from pathlib import Path
from threading import Thread

from quizapp.history import History, Keeper, Review

MakeReview = Callable[..., Review]


def uuids(history: History) -> list[str]:
    return [review.uuid for review in history.reviews()]


def fill_the_disk(history: History) -> None:
    pages = history._connection.execute("PRAGMA page_count").fetchone()[0]
    history._connection.execute(f"PRAGMA max_page_count = {pages}")


def free_the_disk(history: History) -> None:
    history._connection.execute("PRAGMA max_page_count = 1000000")


def big(review_of: MakeReview, uuid: str, after: int = 0) -> Review:
    """A review that does not fit into pages that are there."""
    return review_of(uuid, after=after, submission="9" * 20_000)


def test_a_row_that_can_be_saved_is_saved_at_once(history: History, review_of: MakeReview) -> None:
    keeper = Keeper(history)
    assert keeper.keep(review_of("a")) is None
    assert keeper.pending == 0
    assert uuids(history) == ["a"]


def test_rows_that_found_the_disk_full_are_saved_once_when_there_is_space(
    history: History, path: Path, review_of: MakeReview
) -> None:
    keeper = Keeper(history)
    fill_the_disk(history)
    errors = [keeper.keep(big(review_of, uuid, place)) for place, uuid in enumerate("abc")]
    assert [error and error.code for error in errors] == ["history-full"] * 3
    assert keeper.pending == 3
    assert uuids(history) == []

    free_the_disk(history)
    assert keeper.keep(review_of("d", after=9)) is None
    assert keeper.pending == 0
    assert uuids(history) == ["a", "b", "c", "d"]


def test_what_waits_goes_first_and_in_order(history: History, review_of: MakeReview) -> None:
    keeper = Keeper(history)
    fill_the_disk(history)
    keeper.keep(big(review_of, "z"))
    keeper.keep(big(review_of, "a"))
    free_the_disk(history)
    keeper.keep(review_of("m"))
    arrived = history._connection.execute("SELECT uuid FROM reviews ORDER BY rowid").fetchall()
    assert [row["uuid"] for row in arrived] == ["z", "a", "m"]


def test_a_row_never_passes_one_that_waits(history: History, review_of: MakeReview) -> None:
    keeper = Keeper(history)
    history._connection.execute("PRAGMA query_only = ON")
    keeper.keep(review_of("a"))
    error = keeper.keep(review_of("b"))
    assert error is not None
    assert error.code == "history-readonly"
    assert keeper.pending == 2
    assert uuids(history) == []


def test_without_a_history_everything_waits_and_is_said_to(review_of: MakeReview) -> None:
    keeper = Keeper(None)
    for count, uuid in enumerate("abc", start=1):
        error = keeper.keep(review_of(uuid))
        assert error is not None
        assert error.code == "history-off"
        assert keeper.pending == count


def test_threads_lose_and_double_nothing(history: History, review_of: MakeReview) -> None:
    keeper = Keeper(history)
    history._connection.execute("PRAGMA query_only = ON")
    keeper.keep(review_of("waiting"))
    history._connection.execute("PRAGMA query_only = OFF")
    threads = [
        Thread(target=keeper.keep, args=(review_of(f"{number:02}"),)) for number in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert keeper.pending == 0
    assert sorted(uuids(history)) == [*(f"{number:02}" for number in range(20)), "waiting"]
