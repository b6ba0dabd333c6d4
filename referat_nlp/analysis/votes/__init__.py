"""Ballots, reservations, dissent, statements and escalation, read by grammar.

``extractor`` takes a decision through these steps, each a module:

1. Text. ``view`` folds blanks, joins wrapped lines and cuts sentences; ``tables`` tells a table of votes again
   as lines, ``tallies`` votes in bare figures as words; ``statements`` finds remarks entered in the minutes,
   which hold no votes.
2. Tokens. ``lexer`` makes each sentence a row of ``tokens``, with the lexicon of ``words`` and the verbs of
   ``positions``. A token 'who' is voters as they are printed, by number, name or both: ``5 medlemmer (V+A)``,
   ``A og F, i alt 4``, ``de øvrige``. The others are words of a side (``for``, ``nej``, ``undlod``), of voting,
   speaking and results, and marks. ``speech`` takes out what somebody proposes or says.
3. Predicates. ``predicates`` finds what tells a side and two numbers set against each other; ``frames`` gives
   each its voters::

       who predicate          5 stemte imod · A gik imod · 3 imod · A (2) kan ikke støtte …
       predicate who          Imod stemte A · Imod: 3 · undlod: ingen · Nejstemmen kom fra …
       number predicate (who) 4 stemte for (A og V)
       who 'mod' who          34 stemmer (A) imod 15 (V) · 12-9: the verb tells which side is which

   Their product is ``stances``.
4. Clauses. ``fates`` says what a sentence makes of a motion, ``motions`` (with ``motion_words`` and
   ``proposers``) which motion that is; ``clauses`` puts a sentence's frames, fate and motion together.
5. Drafts. ``reader`` takes the clauses in order and fills ``drafts``, which also decide whether a clause goes
   on about the open motion or begins another; ``elections`` counts candidates' votes.
6. Ballots. ``ballots`` makes them of drafts, with the people that the roster gives.

``escalation`` finds decisions that members brought before a higher body.
"""

from .extractor import GrammarVoteExtractor

__all__ = ["GrammarVoteExtractor"]
