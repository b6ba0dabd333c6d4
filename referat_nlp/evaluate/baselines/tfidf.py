"""Item type by TF-IDF and a linear support vector machine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...analysis import analyse, contexts
from ...analysis.context import ItemContext
from ...analysis.interface import TypeResult
from ...errors import EmptyInputError
from ...schema import ItemType, Referat
from ..documents import LabelledMeeting
from ..evaluation import System
from ..matching import align
from .silence import only

FOLDS = 5
_FIELDS = 3


def tfidf_svm(training: Sequence[LabelledMeeting]) -> System:
    """The system.

    Title, indstilling with decision, and case text are separate fields, each as words and pairs of words weighted by
    TF-IDF; a linear support vector machine with balanced class weights tells the type (scikit-learn).

    Args:
        training: Labelled meetings to learn from. None: cross-validation in five folds over the meetings that are
            scored, those that share a case number in one fold.

    Returns:
        The system, which is trained when it is first run.
    """

    def predict(meetings: Sequence[LabelledMeeting]) -> list[Referat]:
        if training:
            return _predicted(meetings, training)
        found: dict[int, Referat] = {}
        for rest, fold in _folds(meetings):
            predicted = _predicted([meetings[n] for n in fold], [meetings[n] for n in rest])
            found.update(zip(fold, predicted, strict=True))
        return [found[n] for n in range(len(meetings))]

    return System("tfidf-svm", predict, frozenset(("type",)))


def _predicted(meetings: Sequence[LabelledMeeting], training: Sequence[LabelledMeeting]) -> list[Referat]:
    model = _fit(training)

    def tag(items: Sequence[ItemContext]) -> list[TypeResult]:
        kinds: list[ItemType] = list(model.predict([_text(item) for item in items])) if items else []
        return [TypeResult(kind, (kind,), {}) for kind in kinds]

    return analyse([meeting.referat for meeting in meetings], only(item_type=tag))


def _fit(training: Sequence[LabelledMeeting]) -> Any:
    from sklearn.compose import ColumnTransformer
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline
    from sklearn.svm import LinearSVC

    texts, labels = [], []
    for meeting in training:
        shown = {context.item.id: context for context in contexts(meeting.referat)}
        for pair in align(meeting.gold, meeting.referat):
            if pair.gold is not None and pair.item is not None and pair.gold.type is not None:
                texts.append(_text(shown[pair.item.id]))
                labels.append(pair.gold.type)
    if len(set(labels)) < 2:
        raise EmptyInputError(
            "the items to train on have fewer than two types", advice="Give more labelled items with --train."
        )
    fields = [
        (str(n), TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\w+"), n)
        for n in range(_FIELDS)
    ]
    return make_pipeline(
        ColumnTransformer(fields), LinearSVC(class_weight="balanced", random_state=0, max_iter=10_000)
    ).fit(texts, labels)


def _text(item: ItemContext) -> list[str]:
    """Title; indstilling and own decision; the case. A word stands in each, since no field may be without any."""
    asked = [section.text for section in item.indstilling] + [decision.text for decision in item.own_decisions]
    case = [section.text for section in item.item.sections_of("sagsfremstilling", "baggrund", "andet")]
    return [f"x {' '.join(field)}" for field in ([item.item.title or ""], asked, case)]


def _folds(meetings: Sequence[LabelledMeeting]) -> list[tuple[list[int], list[int]]]:
    """Meetings to learn from and to score, five times; a case that returns stays on one side."""
    from sklearn.model_selection import GroupKFold

    group = list(range(len(meetings)))
    first: dict[str, int] = {}
    for n, meeting in enumerate(meetings):
        for item in meeting.referat.items:
            if item.case_number is None:
                continue
            other = group[first.setdefault(item.case_number, n)]
            group = [group[n] if each == other else each for each in group]
    folds = min(FOLDS, len(set(group)))
    if folds < 2:
        raise EmptyInputError(
            "there are too few meetings for cross-validation", advice="Give labelled meetings with --train."
        )
    splits = GroupKFold(n_splits=folds).split(group, groups=group)
    return [(rest.tolist(), fold.tolist()) for rest, fold in splits]
