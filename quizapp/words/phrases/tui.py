"""Phrases of the full-screen face. A command has a label, and what it does as ``{label}-help``."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    # commands
    "tui.check": Text("check", "확인"),
    "tui.check-help": Text("have the answer judged", "답 확인"),
    "tui.start": Text("start", "시작"),
    "tui.start-help": Text("begin what the mark is on", "표시된 줄 시작"),
    "tui.study": Text("study", "학습"),
    "tui.study-help": Text("what is due, then what is new", "복습할 문제, 그다음 새 문제"),
    "tui.quiz": Text("quiz", "퀴즈"),
    "tui.quiz-help": Text("ten mixed questions and a score", "섞어서 열 문제 풀고 점수 보기"),
    "tui.mistakes": Text("mistakes", "틀린 문제"),
    "tui.mistakes-help": Text(
        "a twin of each thing got wrong", "틀린 문제를 숫자만 바꿔 다시 풀기"
    ),
    "tui.todays-topic": Text("today's topic", "오늘의 주제"),
    "tui.todays-topic-help": Text("ten questions on one topic", "한 주제로 열 문제"),
    "tui.cards": Text("cards", "카드"),
    "tui.cards-help": Text("the flashcards that are due", "복습할 카드"),
    "tui.sprint": Text("sprint", "3분 도전"),
    "tui.sprint-help": Text("as many as you can in three minutes", "3분 동안 되는 만큼 풀기"),
    "tui.peers": Text("peers", "함께하기"),
    "tui.peers-help": Text("answer alone, talk, answer again", "혼자 풀고, 이야기하고, 다시 풀기"),
    "tui.progress": Text("progress", "학습 현황"),
    "tui.progress-help": Text("retention, forecast, calendar, slips", "기억, 예정, 달력, 실수"),
    "tui.browse": Text("browse", "둘러보기"),
    "tui.browse-help": Text("every bank and question", "모든 문제 은행과 문제"),
    "tui.unfold": Text("topics", "주제 펴기"),
    "tui.unfold-help": Text("show the topics under the mark", "표시된 줄의 주제 펴기"),
    "tui.fold": Text("fold", "접기"),
    "tui.fold-help": Text("put the topics away", "주제 접기"),
    "tui.not-mine": Text("not what I did", "그 실수가 아님"),
    "tui.not-mine-help": Text("the slip named is not the reason", "추정한 실수가 원인이 아니에요"),
    "tui.first-slip": Text("the first slip", "첫째 실수"),
    "tui.first-slip-help": Text("which was it? the first", "원인은 첫째 실수"),
    "tui.second-slip": Text("the second slip", "둘째 실수"),
    "tui.second-slip-help": Text("which was it? the second", "원인은 둘째 실수"),
    "tui.third-slip": Text("the third slip", "셋째 실수"),
    "tui.third-slip-help": Text("which was it? the third", "원인은 셋째 실수"),
    "tui.show-one": Text("show me one", "예시 보기"),
    "tui.show-one-help": Text("one worked out, with other numbers", "다른 숫자로 푼 예시 보기"),
    "tui.retire": Text("retire", "그만 보기"),
    "tui.retire-help": Text("never ask this question again", "이 문제를 다시 내지 않기"),
    "tui.signature": Text("signature", "서명"),
    "tui.signature-help": Text(
        "the line that makes these numbers again", "같은 숫자의 문제를 다시 만드는 한 줄"
    ),
    "tui.settings": Text("settings", "설정"),
    "tui.settings-help": Text("language, colours, limits, exam", "언어, 색, 하루 분량, 시험"),
    "tui.help": Text("help", "도움말"),
    "tui.help-help": Text("every command and its keys", "모든 명령과 키"),
    "tui.palette": Text("find a command", "명령 찾기"),
    "tui.palette-help": Text("type a part of its name", "이름의 일부를 입력해 찾기"),
    "tui.change": Text("change", "바꾸기"),
    "tui.change-help": Text(
        "the next value, or type a number or a day", "다음 값으로, 숫자와 날짜는 직접 입력"
    ),
    "tui.choose": Text("choose", "선택"),
    "tui.choose-help": Text("take the row with the mark", "표시된 줄 선택"),
    "tui.next": Text("next", "다음"),
    "tui.next-help": Text("go on", "다음으로"),
    "tui.hint": Text("hint", "힌트"),
    "tui.hint-help": Text("show the next hint", "다음 힌트 보기"),
    "tui.skip": Text("skip", "건너뛰기"),
    "tui.skip-help": Text("go on without an answer", "답하지 않고 다음 문제로"),
    "tui.undo": Text("undo", "되돌리기"),
    "tui.undo-help": Text("take the last answer back", "바로 앞의 답 취소"),
    "tui.take-back": Text("undo", "되돌리기"),
    "tui.take-back-help": Text("take this answer back", "이 답을 취소하고 다시 입력"),
    "tui.flag": Text("flag", "신고"),
    "tui.flag-help": Text("note that something is wrong here", "이 문제에 오류가 있다고 표시"),
    "tui.previous": Text("previous", "이전"),
    "tui.previous-help": Text("the one before", "이전 문제"),
    "tui.finish": Text("end", "마치기"),
    "tui.finish-help": Text("stop here and see the score", "여기서 멈추고 점수 보기"),
    "tui.back": Text("back", "돌아가기"),
    "tui.back-help": Text("back to the score", "점수로 돌아가기"),
    "tui.picture": Text("picture", "그림"),
    "tui.picture-help": Text("look at it step by step", "그림으로 한 단계씩 보기"),
    "tui.what-if": Text("what if", "바꿔 보기"),
    "tui.what-if-help": Text(
        "change a number and see the answer move", "숫자를 바꾸고 답이 어떻게 변하는지 보기"
    ),
    "tui.calculator": Text("calculator", "계산기"),
    "tui.calculator-help": Text(
        "shapes and counts of a network of your own", "내 신경망의 모양과 개수 계산"
    ),
    "tui.field": Text("next field", "다음 칸"),
    "tui.field-help": Text("to the next field", "다음 칸으로"),
    "tui.view": Text("view", "보기"),
    "tui.view-help": Text(
        "table, bars, shares, diagram, PyTorch, Keras", "표, 막대, 비율, 구조도, PyTorch, Keras"
    ),
    "tui.zoo": Text("load", "불러오기"),
    "tui.zoo-help": Text("a known architecture, to change as you like", "알려진 구조 불러오기"),
    "tui.compare": Text("compare", "비교"),
    "tui.compare-help": Text("side by side with another network", "다른 신경망과 나란히 보기"),
    "tui.mistake": Text("mistake", "실수"),
    "tui.mistake-help": Text("the same table gone wrong", "실수했을 때의 표 보기"),
    "tui.go-home": Text("home", "처음"),
    "tui.go-home-help": Text("back to the home screen", "처음 화면으로"),
    "tui.close": Text("back", "돌아가기"),
    "tui.close-help": Text("back to where you were", "보던 화면으로 돌아가기"),
    "tui.go-back": Text("back", "돌아가기"),
    "tui.go-back-help": Text("back to where you were", "보던 화면으로 돌아가기"),
    "tui.step": Text("step", "다음 단계"),
    "tui.step-help": Text("the next step of the picture", "그림의 다음 단계"),
    "tui.step-back": Text("step back", "이전 단계"),
    "tui.step-back-help": Text("the step before", "그림의 이전 단계"),
    "tui.other": Text("other picture", "다른 그림"),
    "tui.other-help": Text("the next picture", "다음 그림으로"),
    "tui.more": Text("next value", "다음 값"),
    "tui.more-help": Text("the next value of this number", "이 숫자의 다음 값"),
    "tui.less": Text("value before", "이전 값"),
    "tui.less-help": Text("the value before of this number", "이 숫자의 이전 값"),
    "tui.lock": Text("lock", "잠그기"),
    "tui.lock-help": Text("give this answer", "이 답을 내고 잠그기"),
    "tui.peek": Text("show", "보기"),
    "tui.peek-help": Text("show what is typed for a second", "입력한 답을 1초 동안 보기"),
    "tui.ready": Text("ready to answer again", "다시 답하기"),
    "tui.ready-help": Text("everyone answers a fresh one", "모두 새 문제에 답하기"),
    "tui.ways": Text("the ways", "방법"),
    "tui.ways-help": Text(
        "the ways of doing this step, after the talk", "이야기한 다음에 이 단계를 하는 방법 보기"
    ),
    "tui.people": Text("who is here", "참여자"),
    "tui.people-help": Text("leave, come back, come late", "나가기, 돌아오기, 늦게 들어오기"),
    "tui.begin-group": Text("begin", "시작"),
    "tui.begin-group-help": Text("begin the rounds with the mark", "표시된 라운드 시작"),
    "tui.see": Text("see", "보기"),
    "tui.see-help": Text("the question with the mark", "표시된 문제 보기"),
    "tui.next-question": Text("next", "다음"),
    "tui.next-question-help": Text("the next question", "다음 문제"),
    "tui.question-before": Text("before", "이전"),
    "tui.question-before-help": Text("the question before", "이전 문제"),
    "tui.next-seed": Text("next seed", "다음 시드"),
    "tui.next-seed-help": Text("other numbers", "다른 숫자로 보기"),
    "tui.seed-before": Text("seed before", "이전 시드"),
    "tui.seed-before-help": Text("the numbers before", "앞의 숫자로 보기"),
    "tui.other-level": Text("level", "난이도"),
    "tui.other-level-help": Text("the numbers of another level", "다른 난이도의 숫자로 보기"),
    "tui.list": Text("list", "목록"),
    "tui.list-help": Text("back to the list of questions", "문제 목록으로"),
    "tui.peers-again": Text("Another group", "새 모임"),
    "tui.language": Text("한국어", "English"),
    "tui.language-help": Text("switch to Korean", "영어로 바꾸기"),
    "tui.quit": Text("quit", "종료"),
    "tui.quit-help": Text("leave quizapp", "quizapp 끝내기"),
    "tui.menu": Text("menu", "메뉴"),
    "tui.menu-help": Text("everything that can be done here", "여기서 할 수 있는 일"),
    "tui.menu-title": Text("Menu", "메뉴"),
    "tui.menu-more": Text(
        "0  help, settings and every other command", "0  도움말, 설정과 그 밖의 모든 명령"
    ),
    # leaving
    "tui.leave": Text("Leave quizapp? Every answer is saved.", "끝낼까요? 답은 모두 저장했어요."),
    "tui.leave-unsaved": Text(
        "Leave quizapp? Not saved and lost then: {count}",
        "끝낼까요? 저장하지 못한 기록 {count}건은 사라져요.",
    ),
    "tui.leave-now": Text("leave (or ctrl+c again)", "끝내기 (ctrl+c를 한 번 더 눌러도 돼요)"),
    "tui.stay": Text("stay", "계속하기"),
    # home
    "tui.reading": Text("Reading the questions …", "문제를 읽고 있어요 …"),
    "tui.no-banks": Text(
        "There are no questions: no bank could be read.",
        "읽을 수 있는 문제 은행이 없어서 낼 문제가 없어요.",
    ),
    "tui.problems": Text(
        "Problems in bank files: {count}. `quizapp check` lists them.",
        "문제 은행 파일의 문제점: {count}건. quizapp check로 볼 수 있어요.",
    ),
    # a question
    "tui.place": Text("{number} of {count}", "{number}/{count}"),
    "tui.place-open": Text("question {number}", "문제 {number}"),
    "tui.seconds-left": Text("{minutes}:{seconds} left", "남은 시간 {minutes}:{seconds}"),
    "tui.met-first": Text(
        "New: {number} in the menu shows one worked out.",
        "처음 나온 문제예요. 메뉴의 {number}번에서 푼 예시를 볼 수 있어요.",
    ),
    "tui.example": Text("One worked out, with other numbers", "다른 숫자로 푼 예시"),
    "tui.no-example": Text(
        "There is no example with other numbers.", "다른 숫자로 된 예시가 없어요."
    ),
    "tui.hints-left": Text("hints: {count}", "힌트 {count}개"),
    "tui.hint-number": Text("hint {number} of {count}", "힌트 {number}/{count}"),
    "tui.advice-number": Text("3*3*128*64 is fine", "3*3*128*64처럼 계산식을 그대로 써도 돼요"),
    "tui.advice-shape": Text(
        "channels first, without the batch: 64x56x56",
        "배치를 빼고 채널부터 써요. 예: 64x56x56",
    ),
    "tui.advice-text": Text(
        "English or Korean, any spelling", "영어와 한국어 가운데 편한 쪽으로 써 주세요"
    ),
    "tui.advice-output": Text(
        "What it prints; several lines in one, apart by spaces",
        "출력을 그대로 써 주세요. 여러 줄이면 띄어서 한 줄로 써요",
    ),
    "tui.advice-choice": Text(
        "a digit or the arrows to choose, enter to check",
        "숫자나 화살표로 고르고 enter로 확인해요",
    ),
    "tui.mark-all": Text(
        "mark all that are right, with digits or space", "맞는 것을 숫자나 space로 모두 고르세요"
    ),
    "tui.choose-first": Text(
        "Choose first, with a digit or the arrows.", "숫자나 화살표로 먼저 골라 주세요."
    ),
    "tui.keeping": Text("Saving the answer …", "답을 저장하고 있어요 …"),
    "tui.flagged": Text("Noted: something is wrong here.", "오류가 있다고 표시했어요."),
    # a verdict
    "tui.typed-read-as": Text("{typed}  read as {value}", "{typed}  {value:으로/로} 읽었어요"),
    "tui.question": Text("The question", "문제"),
    "tui.back-of-card": Text("Back", "뒷면"),
    "tui.which": Text(
        "Which was it? A digit says so, 0 for none of these. It costs nothing.",
        "원인이 무엇이었나요? 숫자로 고르고, 없으면 0이에요. 점수와는 무관해요.",
    ),
    "tui.settled": Text("Noted: {way}.", "기록했어요: {way}."),
    "tui.settled-none": Text("Noted: not that.", "기록했어요. 그 실수가 아니었어요."),
    "tui.retired": Text(
        "Put away: this question is not asked again.", "이 문제는 이제 나오지 않아요."
    ),
    "tui.signed": Text("Signature: {signature}", "서명: {signature}"),
    "tui.due-again": Text("again today", "오늘 다시"),
    "tui.due-today": Text("due today", "오늘 복습"),
    "tui.due-tomorrow": Text("due tomorrow", "내일 복습"),
    "tui.due-days": Text("due in {count} days", "{count}일 뒤 복습"),
    # results
    "tui.results": Text("Results", "결과"),
    "tui.score": Text("{right} of {count} right", "{count}문제 중 {right}문제 정답"),
    "tui.score-all": Text("{count} of {count} right: all of them", "{count}문제 모두 정답"),
    "tui.score-none": Text("Nothing was answered.", "답한 문제가 없어요."),
    "tui.missed": Text("Missed", "틀린 문제"),
    "tui.missed-place": Text("missed {number} of {count}", "틀린 문제 {number}/{count}"),
    "tui.look": Text("Look through what was missed", "틀린 문제 풀이 보기"),
    "tui.go-on": Text("Back to the quiz", "퀴즈로 돌아가기"),
    "tui.again": Text("Another quiz, new numbers", "새 숫자로 한 번 더"),
    "tui.home": Text("Home", "처음 화면"),
    "tui.home-help": Text("back to the home screen", "처음 화면으로"),
    "tui.nothing-left": Text(
        "Nothing is left to ask here today.", "오늘은 여기서 낼 문제가 없어요."
    ),
    # the terminal
    "tui.too-small": Text(
        "This needs a terminal of {columns}×{rows} or more.",
        "터미널 크기가 {columns}×{rows} 이상이어야 해요.",
    ),
}
