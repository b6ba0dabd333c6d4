"""The rules and grammar of the first version."""

from __future__ import annotations

from ...analysis import Analysers
from ...analysis.absence.extractor import RuleAbsenceExtractor
from ...analysis.item_type import RuleTypeTagger
from ...analysis.outcome import RuleOutcomeTagger
from ...analysis.summary import LeadSummariser
from ...analysis.votes import GrammarVoteExtractor
from ..evaluation import System


def grammar() -> System:
    """The system whose analysers are rules."""
    analysers = Analysers(
        item_type=RuleTypeTagger(),
        outcome=RuleOutcomeTagger(),
        votes=GrammarVoteExtractor(),
        absence=RuleAbsenceExtractor(),
        summary=LeadSummariser(),
    )
    return System.of("grammar", analysers)
