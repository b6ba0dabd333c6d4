"""Who was absent from an item: sentences and lists of the decision, read by frames of person, predicate and scope.

``extractor`` is the way in and ``reading`` goes through a stretch of text, which ``view`` shows with a sign in
place of each name. In sentences ``frames`` gives the ``predicates`` their people, and ``substitutes`` says who
stands in for whom; ``lists`` reads labelled lists by the ``phrases`` around their names.
"""

from .extractor import RuleAbsenceExtractor

__all__ = ["RuleAbsenceExtractor"]
