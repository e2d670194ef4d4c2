"""Phrases of the settings, the progress and the help."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    # settings
    "options.title": Text("Settings", "설정"),
    "options.how": Text(
        "Left and right change a value; enter takes a number or a day that you type.",
        "좌우 화살표로 값을 바꿔요. 숫자와 날짜는 enter를 눌러 입력할 수 있어요.",
    ),
    "options.saved": Text("Saved.", "저장했어요."),
    "options.language": Text("Language", "언어"),
    "options.language-en": Text("English", "English"),
    "options.language-ko": Text("한국어", "한국어"),
    "options.theme": Text("Theme", "테마"),
    "options.theme-safe-dark": Text("dark, colour-blind safe", "어둡게, 색각 이상 배려"),
    "options.theme-safe-light": Text("light, colour-blind safe", "밝게, 색각 이상 배려"),
    "options.theme-dark": Text("dark, green and red", "어둡게, 초록과 빨강"),
    "options.theme-light": Text("light, green and red", "밝게, 초록과 빨강"),
    "options.ascii": Text("ASCII pictures and frames", "ASCII 그림과 테두리"),
    "options.reduced_motion": Text("Reduced motion", "움직임 줄이기"),
    "options.on": Text("on", "켜기"),
    "options.off": Text("off", "끄기"),
    "options.desired_retention": Text("Remember when due", "복습 때 기억할 비율"),
    "options.new_per_day": Text("New questions a day", "하루 새 문제"),
    "options.reviews_per_day": Text("Reviews a day, at most", "하루 최대 복습"),
    "options.exam_date": Text("Exam on", "시험 날짜"),
    "options.exam_retention": Text("Remember on that day", "시험 때 기억할 비율"),
    "options.no-exam": Text("none", "없음"),
    "options.percent": Text("{count} %", "{count}%"),
    "options.type": Text("{name}: {form}", "{name}: {form}"),
    "options.form-percent": Text("70 to 97", "70~97"),
    "options.form-count": Text("0 to 10,000", "0~10,000"),
    "options.form-date": Text("year-month-day, or empty for none", "연-월-일, 없으면 빈칸"),
    "options.not-read": Text("That cannot be set here.", "이 값으로는 정할 수 없어요."),
    "options.ways": Text(
        "{help} shows all keys, {palette} finds a command, esc opens the menu.",
        "{help} 모든 키 보기, {palette} 명령 찾기, esc 메뉴 열기.",
    ),
    # the keys
    "options.keys": Text("Keys", "키"),
    "options.keys-usual": Text("the usual ones", "기본 키"),
    "options.keys-changed": Text("{count} changed", "바꾼 키 {count}개"),
    "options.keys-title": Text("Settings: keys", "설정: 키"),
    "options.keys-how": Text(
        "Enter gives a command another key. Digits, enter, space, arrows, tab, esc and backspace "
        "stay as they are.",
        "enter를 누르면 다른 키로 바꿀 수 있어요. 숫자, enter, space, 화살표, tab, esc, "
        "backspace는 늘 그대로예요.",
    ),
    "options.keys-all-back": Text("Give all commands their own keys back", "모든 키를 기본으로"),
    "options.keys-are-back": Text(
        "Saved: all commands have their own keys.", "저장했어요. 모든 키를 기본으로 되돌렸어요."
    ),
    "options.key-asked": Text("Press the key for “{name}”.", "‘{name}’에 쓸 키를 누르세요."),
    "options.key-how": Text(
        "esc leaves it, backspace gives it its own again: {keys}",
        "esc 그대로 두기, backspace 기본 키로: {keys}",
    ),
    "options.key-given": Text(
        "Saved: “{name}” is on {pressed}.", "저장했어요. ‘{name}’: {pressed}"
    ),
    "options.key-taken": Text(
        "{pressed} is already the key of “{name}” ({help}). Press another one, or give “{name}” "
        "another key first.",
        "{pressed:은/는} 이미 ‘{name}’({help})의 키예요. 다른 키를 누르거나 ‘{name}’의 키를 먼저 "
        "바꿔 주세요.",
    ),
    "options.key-fixed": Text(
        "“{pressed}” cannot be given to a command. Press a letter but j and k, a sign such as , "
        "or /, F1 to F5 or F8 to F12, or ctrl with one of b g l n o p r t.",
        "‘{pressed}’에는 명령을 둘 수 없어요. j와 k를 뺀 영문자, 쉼표나 / 같은 기호, F1~F5, "
        "F8~F12, 또는 ctrl과 b g l n o p r t 가운데 하나를 눌러 주세요.",
    ),
    "options.key-of-nothing": Text(
        "Settings: there is no command `{name}` whose key could be changed; {pressed} is left out.",
        "설정: `{name}` 명령은 없거나 키를 바꿀 수 없습니다. {pressed:은/는} 쓰이지 않습니다.",
    ),
    "options.key-impossible": Text(
        "Settings: `{pressed}` cannot be the key of `{name}`, which has its own.",
        "설정: `{pressed}` 키에는 `{name}` 명령을 둘 수 없습니다. 기본 키를 그대로 씁니다.",
    ),
    # progress
    "options.progress": Text("Progress", "학습 현황"),
    "options.answers": Text(
        "Answers {answers}   right {right}   minutes {minutes}   streak {streak} d",
        "답 {answers}   정답 {right}   {minutes}분   연속 {streak}일",
    ),
    "options.retention": Text("Remembered when due", "복습 때 기억한 비율"),
    "options.true": Text("so far", "지금까지"),
    "options.expected": Text("expected", "예상"),
    "options.desired": Text("wanted", "목표"),
    "options.few": Text(
        "Too few reviews to say yet: {count} of {least}", "아직 복습이 적어요: {count}/{least}"
    ),
    "options.last-days": Text(
        "Answers a day, the last {count} days", "하루에 푼 문제, 최근 {count}일"
    ),
    "options.minutes": Text(
        "Minutes a day, the last {count} days", "하루 학습 시간(분), 최근 {count}일"
    ),
    "options.forecast": Text("Due in the days to come", "앞으로 복습할 문제"),
    "options.calendar": Text("Calendar", "달력"),
    "options.by-topic": Text("By topic: ready, and right so far", "주제별 준비와 정답률"),
    "options.right-share": Text("right {share}", "정답 {share}"),
    "options.by-mistake": Text("By mistake, the last 30 days", "실수별, 최근 30일"),
    "options.nothing-yet": Text(
        "No answers yet. Come back after a few.",
        "아직 푼 문제가 없어요. 몇 문제 풀고 다시 봐 주세요.",
    ),
    # help and palette
    "options.help": Text("Help", "도움말"),
    "options.help-intro": Text(
        "On every screen esc opens the menu: its digits do everything that can be done there. "
        "Digits, enter, space, arrows, tab and escape are enough; letters are short cuts, and work "
        "with Hangul switched on too.",
        "어느 화면에서나 esc로 메뉴를 열고 숫자로 고르면 돼요. 숫자, enter, space, 화살표, tab, "
        "esc만으로 모두 할 수 있어요. 영문자는 단축키이고 한글 입력 상태에서도 통해요.",
    ),
    "options.here": Text("Here", "지금 화면"),
    "options.everywhere": Text("Everywhere", "모든 화면"),
    "options.palette": Text("What next?", "무엇을 할까요?"),
    "options.screen-HomeScreen": Text("Home", "처음 화면"),
    "options.screen-Question": Text("A question", "문제"),
    "options.screen-Verdict": Text("A verdict", "채점 결과"),
    "options.screen-ResultsScreen": Text("Results", "결과"),
    "options.screen-MissedScreen": Text("What was missed", "틀린 문제 풀이"),
    "options.screen-CalculatorScreen": Text("The calculator", "계산기"),
    "options.screen-PictureScreen": Text("Pictures", "그림"),
    "options.screen-WhatIfScreen": Text("What if", "바꿔 보기"),
    "options.screen-BrowseScreen": Text("Browsing", "둘러보기"),
    "options.screen-SpecimenScreen": Text("A question, looked through", "문제 살펴보기"),
    "options.screen-PeersSetupScreen": Text("Peers: who takes part", "함께하기: 참가자"),
    "options.screen-VotingScreen": Text("Peers: a private answer", "함께하기: 혼자 답하기"),
    "options.screen-TalkScreen": Text("Peers: talking", "함께하기: 이야기하기"),
    "options.screen-RevealScreen": Text("Peers: the reveal", "함께하기: 결과 보기"),
    "options.screen-ProgressScreen": Text("Progress", "학습 현황"),
    "options.screen-SettingsScreen": Text("Settings", "설정"),
    "options.screen-KeysScreen": Text("Settings: keys", "설정: 키"),
}
