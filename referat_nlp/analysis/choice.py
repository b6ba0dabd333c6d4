"""Which analyser is meant: by an object, by the name of a model, as the rules, or by nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

from .interface import AbsenceExtractor, OutcomeTagger, Summariser, TypeTagger, VoteExtractor

ModelName = str | os.PathLike[str]
"""What names a model: a folder, a bundled one, or one of the hub."""

RULES = "rules"
"""The name of the analysers without a model."""

BUNDLED_TYPE, BUNDLED_VOTES, BUNDLED_SUMMARY = "item-type", "ballots", "summary"
"""The bundled models that are the library's choice. All else is read by rules, until a model does better there."""

Analyser = TypeVar("Analyser")


# Rules and the runtime of models are imported for those who use them.
def type_tagger(given: TypeTagger | ModelName | None) -> TypeTagger:
    """The analyser of item types."""
    from .item_type import RuleTypeTagger

    def model(name: ModelName) -> TypeTagger:
        from .models.item_type import ModelTypeTagger

        return ModelTypeTagger.load(name)

    return _chosen(given, RuleTypeTagger, model, BUNDLED_TYPE)


def outcome_tagger(given: OutcomeTagger | ModelName | None) -> OutcomeTagger:
    """The analyser of outcomes."""
    from .outcome import RuleOutcomeTagger

    def model(name: ModelName) -> OutcomeTagger:
        from .models.outcome import ModelOutcomeTagger

        return ModelOutcomeTagger.load(name)

    return _chosen(given, RuleOutcomeTagger, model)


def vote_extractor(given: VoteExtractor | ModelName | None) -> VoteExtractor:
    """The analyser of votes."""
    from .votes import GrammarVoteExtractor

    def model(name: ModelName) -> VoteExtractor:
        from .models.votes import HybridVoteExtractor

        return HybridVoteExtractor.load(name)

    return _chosen(given, GrammarVoteExtractor, model, BUNDLED_VOTES)


def absence_extractor(given: AbsenceExtractor | ModelName | None) -> AbsenceExtractor:
    """The analyser of absences."""
    from .absence.extractor import RuleAbsenceExtractor

    def model(name: ModelName) -> AbsenceExtractor:
        from .models.absence import HybridAbsenceExtractor

        return HybridAbsenceExtractor.load(name)

    return _chosen(given, RuleAbsenceExtractor, model)


def summariser(given: Summariser | ModelName | None) -> Summariser:
    """The analyser that summarises."""
    from .summary import LeadSummariser

    def model(name: ModelName) -> Summariser:
        from .models.generated import open_summariser

        return open_summariser(name)

    return _chosen(given, LeadSummariser, model, BUNDLED_SUMMARY)


def _chosen(
    given: Analyser | ModelName | None,
    rules: Callable[[], Analyser],
    model: Callable[[ModelName], Analyser],
    usual: ModelName = RULES,
) -> Analyser:
    meant = usual if given is None else given
    if meant == RULES:
        return rules()
    return model(meant) if isinstance(meant, str | os.PathLike) else meant
