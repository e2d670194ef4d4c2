"""Which screen shows a phase of a group's rounds."""

from quizapp.generate import Variant
from quizapp.peers import Over, Recalling, Revealed, Talking, Turned, Voting
from quizapp.tui.peers_group import Group, GroupScreen


def screen_of(group: Group) -> GroupScreen:
    """The screen of the moment at which the group is."""
    from quizapp.tui.peers_cards import GroupCardScreen
    from quizapp.tui.peers_ends import NobodyScreen, OverScreen
    from quizapp.tui.peers_reveal import RevealScreen
    from quizapp.tui.peers_talking import TalkScreen

    sitting = group.sitting
    match sitting.phase:
        case Over():
            return OverScreen(group)
        case _ if not sitting.table.present:
            return NobodyScreen(group)
        case Voting(_, variant):
            return _voting(group, variant)
        case Talking() as talk:
            return TalkScreen(group, talk)
        case Revealed(reveal, again):
            return RevealScreen(group, reveal, again=again)
        case Recalling(name, variant):
            return GroupCardScreen(group, name, variant, turned=False)
        case Turned(name, variant):
            return GroupCardScreen(group, name, variant, turned=True)


def _voting(group: Group, variant: Variant) -> GroupScreen:
    """The keyboard goes round; at a machine of one's own, after one's answer come the codes."""
    from quizapp.tui.peers_voting import CodeScreen, VotingScreen

    me, waiting = group.sitting.plan.me, group.sitting.table.waiting
    if me is None or me in waiting:
        return VotingScreen(group, me or waiting[0], variant)
    return CodeScreen(group, waiting[0], variant)
