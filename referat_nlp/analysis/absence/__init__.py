"""Who was absent from an item: sentences and lists of the decision, read by frames of person, predicate and scope."""

from .extractor import RuleAbsenceExtractor

__all__ = ["RuleAbsenceExtractor"]
