"""From anything that holds minutes to the finished record: read, structure, analyse.

:func:`load` gives a :class:`Pipeline`; call it for one document, give :meth:`Pipeline.pipe` many.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .analysis import Analysers, analyse
from .analysis.choice import (
    ModelName,
    absence_extractor,
    outcome_tagger,
    summariser,
    type_tagger,
    vote_extractor,
)
from .analysis.interface import AbsenceExtractor, OutcomeTagger, Summariser, TypeTagger, VoteExtractor
from .document import Document
from .errors import NotFoundError, ReferatError, known_error
from .reading import Limits, document_from_text, read, read_all
from .schema import Failure, Referat
from .schema import Source as SourceRecord
from .structure import structure

Source = str | os.PathLike[str] | bytes | Document | Referat | ReferatError
"""What :meth:`Pipeline.pipe` takes: a path, a file's bytes, or a document at any stage, also failed."""

_BATCH_ITEMS = 256
"""Items shown to the analysers at once: enough to fill a model's batch, few enough for flat memory."""


def parse(text: str) -> Referat:
    """Structure a string: a whole meeting, or one item pasted as text.

    Args:
        text: Minutes as plain text or Markdown.

    Returns:
        The record with meeting, items and sections; give it to a :class:`Pipeline` to have it analysed.

    Raises:
        NotMinutesError: No agenda item was found.
        EmptyInputError: The text is empty.

    Example:
        >>> referat = parse("Punkt 3: Valg af revisor\\n\\nBeslutning\\nGodkendt.")
        >>> referat.items[0].title
        'Valg af revisor'
    """
    return structure(document_from_text(text))


@dataclass(frozen=True)
class Pipeline(Analysers):
    """Reading, structure and five analysers, each of which can be replaced; see :func:`load`.

    Attributes:
        item_type: Gives items their type.
        outcome: Gives items their outcome, and the points of their decisions.
        votes: Finds ballots, reservations, dissent, statements and escalation.
        absence: Finds the absences that items state.
        summary: Summarises items.
        limits: Bounds on what is read.
    """

    limits: Limits = field(default_factory=Limits)

    def __call__(self, source: str | os.PathLike[str] | bytes | Document | Referat) -> Referat:
        """Tag one document.

        Args:
            source: A path (a string is always one; text goes through :func:`parse`), the bytes of a file, a
                document that was read, or a record that was structured.

        Returns:
            The record with its items analysed; a record that was given is left as it is.

        Raises:
            ReferatError: The source cannot be read, or holds no minutes.

        Example:
            >>> pipeline = load()
            >>> pipeline(parse("Punkt 3: Valg af revisor\\n\\nBeslutning\\nGodkendt.")).items[0].outcome
            'godkendt'
        """
        referat = source if isinstance(source, Referat) else structure(self._document(source))
        return analyse([referat], self)[0]

    def pipe(self, sources: Iterable[Source]) -> Iterator[Referat | Failure]:
        """Tag many documents, as a stream.

        Args:
            sources: Paths, bytes, documents or records. An error met on the way to a document may stand in
                its place and comes out as its failure.

        Yields:
            One result a document, in order (an archive gives one for each of its documents): the record, or
            what went wrong. A few hundred items are held at a time, however many documents there are.

        Example:
            >>> for result in load().pipe(["examples/ravnsoe_byraad.pdf", "gone.pdf"]):
            ...     print(result.source.path, type(result).__name__)
            examples/ravnsoe_byraad.pdf Referat
            gone.pdf Failure
        """
        waiting: list[Referat | Failure] = []
        n_items = 0
        for source in sources:
            for result in self._structured(source):
                waiting.append(result)
                n_items += len(result.items) if isinstance(result, Referat) else 1
                if n_items >= _BATCH_ITEMS:
                    yield from self._analysed(waiting)
                    waiting, n_items = [], 0
        yield from self._analysed(waiting)

    def _document(self, source: str | os.PathLike[str] | bytes | Document) -> Document:
        if isinstance(source, Document):
            return source
        try:
            return read(source, limits=self.limits)
        except NotFoundError as error:
            if not isinstance(source, str):
                raise
            advice = f"{error.advice} A string is taken as a path: give text to referat_nlp.parse first."
            raise NotFoundError(error.problem, path=error.path, advice=advice) from None

    def _structured(self, source: Source) -> Iterator[Referat | Failure]:
        if isinstance(source, Referat):
            yield source
            return
        for document in self._documents(source):
            if isinstance(document, ReferatError):
                yield Failure.of(document)
                continue
            try:
                yield structure(document)
            except Exception as error:
                yield Failure.of(error, _source_of(document))

    def _documents(
        self, source: str | os.PathLike[str] | bytes | Document | ReferatError
    ) -> Iterator[Document | ReferatError]:
        if isinstance(source, Document | ReferatError):
            yield source
            return
        try:
            yield from read_all(source, limits=self.limits)
        except Exception as error:
            yield known_error(error, None if isinstance(source, bytes) else os.fspath(source))

    def _analysed(self, results: list[Referat | Failure]) -> Iterator[Referat | Failure]:
        referats = [result for result in results if isinstance(result, Referat)]
        try:
            finished = iter(analyse(referats, self))
        except Exception:
            # One document that an analyser cannot take must not cost the others of its batch.
            yield from (self._alone(result) for result in results)
            return
        yield from (next(finished) if isinstance(result, Referat) else result for result in results)

    def _alone(self, result: Referat | Failure) -> Referat | Failure:
        if isinstance(result, Failure):
            return result
        try:
            return analyse([result], self)[0]
        except Exception as error:
            return Failure.of(error, result.source)


def load(
    *,
    item_type: TypeTagger | ModelName | None = None,
    outcome: OutcomeTagger | ModelName | None = None,
    votes: VoteExtractor | ModelName | None = None,
    absence: AbsenceExtractor | ModelName | None = None,
    summary: Summariser | ModelName | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Pipeline:
    """Make a pipeline of the analysers that come with the library, or of your own.

    Args:
        item_type: Any object with the call of :class:`~referat_nlp.analysis.interface.TypeTagger`; or a
            fine-tuned model: a folder, the name of a bundled one, or one of the Hugging Face hub as owner/name;
            or ``rules``, for no model. None takes the library's choice. Likewise the following.
        outcome: Gives items their outcome.
        votes: Finds ballots and what belongs to them. A model's name gives the grammar, with the model for what the
            grammar leaves open; for the model alone give a
            :class:`~referat_nlp.analysis.models.votes.ModelVoteExtractor`.
        absence: Finds absences stated in items. A model's name gives the rules, with the model, the same as for votes,
            where they find nobody.
        summary: Summarises items. A model may choose sentences, or write text (seq2seq).
        limits: Bounds on the size of what is read.

    Returns:
        The pipeline.

    Raises:
        ModelError: There is no such model, or it is not one for the task.
        MissingExtraError: A model is no ONNX graph, and ``referat-nlp[train]`` is not installed.

    Example:
        >>> pipeline = load()
        >>> pipeline("examples/kloeverby_teknik.xml").meeting.body
        'Teknik- og Byudvalget'
    """
    return Pipeline(
        item_type=type_tagger(item_type),
        outcome=outcome_tagger(outcome),
        votes=vote_extractor(votes),
        absence=absence_extractor(absence),
        summary=summariser(summary),
        limits=limits,
    )


def _source_of(document: Document) -> SourceRecord:
    return SourceRecord(path=document.path, format=document.format, sha256=document.sha256, n_chars=len(document.text))
