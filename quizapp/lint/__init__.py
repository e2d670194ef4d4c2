"""``quizapp check``: is this bank any good? Everything below is at hand, no learner is."""

from quizapp.lint.check import Report, check
from quizapp.lint.report import report_json, report_lines

__all__ = ["Report", "check", "report_json", "report_lines"]
