"""What comes in from outside and goes out again: so far, what the code of questions prints.

Code is run here and nowhere else, in a sandbox, when its author says so.
"""

from quizapp.exchange.pinning import CodeQuestion, Interpreter, State, code_questions, pin
from quizapp.exchange.sandbox import Sandbox

__all__ = ["CodeQuestion", "Interpreter", "Sandbox", "State", "code_questions", "pin"]
