"""``quizapp check``: is this bank any good? Everything below is at hand, no learner is."""

from quizapp.lint.check import SEEDS, Report, check
from quizapp.lint.finding import TITLES
from quizapp.lint.report import report_json, report_lines

__all__ = ["SEEDS", "TITLES", "Report", "check", "report_json", "report_lines"]
