"""Ballots, reservations, dissent, statements and escalation, read by grammar.

A decision is read in these steps, each a module:

1. ``view`` folds blanks, joins wrapped lines and hides quotations; ``tables`` tells a table of votes again as
   lines; ``statements`` finds remarks entered in the minutes, which hold no votes.
2. ``lexer`` makes each sentence a row of ``tokens``, with the lexicon of ``words``. A token 'who' is voters
   as they are printed, by number, name or both: ``5 medlemmer (V+A)``, ``A og F, i alt 4``, ``de øvrige``.
   The others are words of a side (``for``, ``nej``, ``undlod``), of voting, speaking and results, and marks.
3. ``speech`` takes out what somebody proposes or says.
4. ``predicates`` finds what tells a side, ``pairs`` two numbers set against each other, and ``frames`` gives
   each predicate its voters::

       who predicate          5 stemte imod · A gik imod · 3 imod · A (2) kan ikke støtte …
       predicate who          Imod stemte A · Imod: 3 · undlod: ingen · Nejstemmen kom fra …
       number predicate (who) 4 stemte for (A og V)
       who 'mod' who          34 stemmer (A) imod 15 (V) · 12-9: the verb tells which side is which

   Their product is ``stances``.
5. ``fates`` says what a sentence makes of a motion, ``motions`` (with ``motion_words`` and ``proposers``)
   which motion that is; ``clauses`` puts a sentence's frames, fate and motion together.
6. ``reader`` takes the clauses in order and fills ``drafts``: ``continuity`` decides whether a clause goes on
   about the open motion or begins another; ``elections`` counts candidates' votes.
7. ``assemble`` makes ballots of drafts, with the people that the ``roster`` gives; ``positions`` finds items
   that members brought before a higher body.
"""

from .extractor import GrammarVoteExtractor

__all__ = ["GrammarVoteExtractor"]
