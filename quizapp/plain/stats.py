"""What has come of it, in plain text with bars."""

from collections.abc import Mapping, Sequence

from quizapp.drawing import calendar_lines, forecast_bars, progress_bar, spark
from quizapp.mistakes import way_of
from quizapp.study.classroom import Classroom, Person
from quizapp.study.progress import Progress, Retention, TopicProgress, daily
from quizapp.words import Language, Text, cell_width, fit, render, say

SPARK_DAYS = 30
MOST_SLIPS = 5
_GAP = "  "


def stats_page(
    progress: Progress,
    topics: Sequence[TopicProgress],
    titles: Mapping[str, Text],
    language: Language,
    *,
    desired: float,
    width: int = 72,
) -> list[str]:
    """One learner's progress."""
    if not progress.days:
        return [say("study.nothing-yet", language)]
    return [
        say("study.streak", language, count=progress.streak)
        + _GAP
        + say("study.due-now", language, count=progress.due),
        say(
            "study.answers", language, answers=render(progress.answers),
            right=render(progress.right), minutes=render(progress.minutes),
        ),
        _retention_line(progress.retention, desired, language),
        "",
        say("study.last-days", language, count=SPARK_DAYS),
        f"  {spark(daily(progress.days, progress.today, SPARK_DAYS))}",
        "",
        say("study.calendar", language),
        *_indented(calendar_lines(
            {day.day: day.answers for day in progress.days}, progress.today, language, width - 2
        )),
        "",
        say("study.forecast", language),
        *_indented(forecast_bars(dict(progress.forecast), language, width - 2)),
        "",
        say("study.by-topic", language),
        *_topic_lines(topics, titles, language),
        *_slip_lines(progress.slips, topics, language),
        *([say("study.gone", language, count=progress.gone)] if progress.gone > 0 else ()),
    ]  # fmt: skip


def class_page(
    classroom: Classroom, titles: Mapping[str, Text], language: Language, *, anonymous: bool
) -> list[str]:
    """What a class answered, and topic by topic which slips it made."""
    if not classroom.people:
        return [say("study.nothing-yet", language)]
    share = _share(classroom.right, classroom.answers)
    people = render(len(classroom.people))
    answers = render(classroom.answers)
    lines = [say("study.class", language, people=people, answers=answers, share=share), ""]
    lines += _people_lines(classroom.people, language, anonymous=anonymous)
    lines += ["", say("study.class-head", language)]
    made: dict[str, list[tuple[str, int, int]]] = {}
    for topic, mistake, count, by in classroom.slips:
        made.setdefault(topic, []).append((mistake, count, by))
    for topic, count, right in classroom.topics:
        lines.append(f"{_title(topic, titles, language)}{_GAP}{_share(right, count)}")
        most = max((times for _, times, _ in made.get(topic, ())), default=1)
        for mistake, times, by in made.get(topic, ()):
            by_people = say("study.class-people", language, count=by)
            name = f"{way_of(mistake, language)} ({mistake})"
            lines.append(f"  {progress_bar(times / most)} {times:>4}{_GAP}{name}{_GAP}{by_people}")
    if not classroom.slips:
        lines.append(say("study.no-slips", language))
    return lines


def _retention_line(retention: Retention, desired: float, language: Language) -> str:
    if not retention.is_telling:
        return say("study.no-retention", language)
    return say(
        "study.retention", language, true=_percent(retention.true),
        predicted=_percent(retention.expected), desired=_percent(desired),
    )  # fmt: skip


def _topic_lines(
    topics: Sequence[TopicProgress], titles: Mapping[str, Text], language: Language
) -> list[str]:
    met = [topic for topic in topics if topic.answers or topic.new < topic.count]
    names = [_title(topic.topic, titles, language) for topic in met]
    left = max(map(cell_width, names), default=0)
    lines = []
    for name, topic in zip(names, met, strict=True):
        line = f"  {fit(name, left)}"
        if topic.ready is not None:
            ready = say("study.ready", language, ready=topic.ready, count=topic.count)
            line += f"{_GAP}{progress_bar(topic.ready / max(1, topic.count))}{_GAP}{ready}"
        if topic.slip is not None:
            line += f"{_GAP}{way_of(topic.slip, language)}"
        lines.append(line)
    return lines


def _slip_lines(
    made: Sequence[tuple[str, int]], topics: Sequence[TopicProgress], language: Language
) -> list[str]:
    """The slips held now, then those made lately."""
    watched = list(dict.fromkeys(topic.slip for topic in topics if topic.slip is not None))
    lines: list[str] = []
    if watched:
        lines += ["", say("study.slips", language)]
        lines += [f"  {way_of(slip, language)} ({slip})" for slip in watched]
    if made:
        lines += ["", say("study.slips-made", language)]
        most = made[0][1]
        for mistake, count in made[:MOST_SLIPS]:
            name = way_of(mistake, language)
            lines.append(f"  {progress_bar(count / most)} {count:>4}{_GAP}{name}")
    return lines


def _people_lines(people: Sequence[Person], language: Language, *, anonymous: bool) -> list[str]:
    """A line a person; without names they come in the order of their shares, which names nobody."""
    if anonymous:
        people = sorted(people, key=lambda one: (-one.right / one.answers, -one.answers))
    names = [
        say("study.person", language, number=number) if anonymous else person.name
        for number, person in enumerate(people, 1)
    ]
    left = max(map(cell_width, names))
    lines = []
    for name, person in zip(names, people, strict=True):
        slips = ", ".join(f"{mistake} {count}" for mistake, count in person.slips[:3])
        share = _share(person.right, person.answers)
        line = f"  {fit(name, left)}{_GAP}{render(person.answers):>6}{_GAP}{share:>6}{_GAP}{slips}"
        lines.append(line.rstrip())
    return lines


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _title(topic: str, titles: Mapping[str, Text], language: Language) -> str:
    return titles[topic].in_language(language) if topic in titles else topic


def _share(part: int, whole: int) -> str:
    return _percent(part / whole) if whole else "–"


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"
