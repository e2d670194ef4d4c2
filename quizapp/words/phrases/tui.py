"""Phrases of the full-screen face. A command has a label, and what it does as ``{label}-help``."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    # commands
    "tui.check": Text("check", "확인"),
    "tui.check-help": Text("have the answer judged", "답 확인"),
    "tui.start": Text("start", "시작"),
    "tui.start-help": Text("begin the quiz with the mark", "표시된 퀴즈 시작"),
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
    "tui.language": Text("한국어", "English"),
    "tui.language-help": Text("switch to Korean", "영어로 바꾸기"),
    "tui.quit": Text("quit", "종료"),
    "tui.quit-help": Text("leave quizapp", "quizapp 끝내기"),
    "tui.menu": Text("menu", "메뉴"),
    "tui.menu-help": Text("everything that can be done here", "여기서 할 수 있는 일"),
    "tui.menu-title": Text("Menu", "메뉴"),
    # leaving
    "tui.leave": Text("Leave quizapp? Every answer is saved.", "끝낼까요? 답은 모두 저장했어요."),
    "tui.leave-unsaved": Text(
        "Leave quizapp? Not saved and lost then: {count}",
        "끝낼까요? 저장하지 못한 기록 {count}건은 사라져요.",
    ),
    "tui.leave-now": Text("leave (or ctrl+c again)", "끝내기 (ctrl+c를 한 번 더 눌러도 돼요)"),
    "tui.stay": Text("stay", "계속하기"),
    # home
    "tui.introduction": Text(
        "Shapes, parameters, receptive fields: answer, read why, go on. "
        "The numbers are new each time, and nothing leaves this machine.",
        "모양, 파라미터, 수용 영역을 직접 계산하고 풀이를 읽어요. "
        "숫자는 매번 바뀌고, 기록은 이 컴퓨터에만 남아요.",
    ),
    "tui.rows-title": Text("Quiz, {count} questions", "{count}문제 퀴즈"),
    "tui.everything": Text("Everything", "전체"),
    "tui.questions": Text("questions: {count}", "{count}문제"),
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
    "tui.hints-left": Text("hints: {count}", "힌트 {count}개"),
    "tui.hint-number": Text("hint {number} of {count}", "힌트 {number}/{count}"),
    "tui.advice-number": Text("3*3*128*64 is fine", "3*3*128*64처럼 계산식을 그대로 써도 돼요"),
    "tui.advice-shape": Text(
        "channels first, without the batch: 64x56x56",
        "배치를 빼고 채널부터 써요. 예: 64x56x56",
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
    # the terminal
    "tui.too-small": Text(
        "This needs a terminal of {columns}×{rows} or more.",
        "터미널 크기가 {columns}×{rows} 이상이어야 해요.",
    ),
}
