"""The full-screen face of a sitting, in Textual: the only room that knows it.

Screens hold a sitting and what is seen of it; what is asked, judged and kept is decided below.
Importing this room imports Textual.
"""

from quizapp.tui.app import QuizApp
from quizapp.tui.launch import Launch

__all__ = ["Launch", "QuizApp", "run"]


def run(launch: Launch) -> int:
    """Run until it is left; the exit code.

    An exception that reaches Textual, a bug, is raised again once the terminal is restored.
    """
    app = QuizApp(launch)
    app.run()
    if app.bug is not None:
        raise app.bug
    return app.return_code or 0
