"""Phrases of the verb that sets things."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "settings.default": Text("default", "기본값"),
    "settings.form-language": Text("`en` or `ko`", "`en` 또는 `ko`"),
    "settings.form-theme": Text("one of {themes}", "{themes} 가운데 하나"),
    "settings.form-flag": Text("`on` or `off`", "`켜기` 또는 `끄기`"),
    "settings.form-retention": Text("a share from 0.7 to 0.97", "0.7부터 0.97까지의 비율"),
    "settings.form-count": Text("a whole number from 0 to 10,000", "0부터 10,000까지의 정수"),
    "settings.form-date": Text(
        "a day to come such as 2026-12-14, or `none`", "2026-12-14 같은 앞으로의 날짜나 `없음`"
    ),
}
