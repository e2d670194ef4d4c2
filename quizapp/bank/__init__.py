"""What authors write: bank files read into a tree of text, every fault at its line and column."""

from quizapp.bank.loading import load_banks
from quizapp.bank.nodes import Listing, Mapping, Node, Scalar
from quizapp.bank.problems import TITLES, Fault, Findings, Problem, Severity
from quizapp.bank.question import (
    Bank,
    Calculated,
    Choice,
    Library,
    Option,
    OwnMistake,
    Place,
    Question,
    Sentence,
    Show,
    Source,
    Tolerance,
    Topic,
    Wording,
)
from quizapp.bank.reader import Reading, collector_paused, read

__all__ = [
    "TITLES",
    "Bank",
    "Calculated",
    "Choice",
    "Fault",
    "Findings",
    "Library",
    "Listing",
    "Mapping",
    "Node",
    "Option",
    "OwnMistake",
    "Place",
    "Problem",
    "Question",
    "Reading",
    "Scalar",
    "Sentence",
    "Severity",
    "Show",
    "Source",
    "Tolerance",
    "Topic",
    "Wording",
    "collector_paused",
    "load_banks",
    "read",
]
