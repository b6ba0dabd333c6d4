"""What a decision says: its points, the verbs that decide them, amendments apart from the main question.

:func:`~referat_nlp.analysis.decision.reading.read_decision` is the way in; outcome and item type are made from
its acts. ``points`` splits a decision, ``clauses`` a sentence into main clauses, in which ``cues`` meets the
formulas of ``phrases`` (made from ``verbs``); ``sentence`` makes acts of them, and ``proposals`` tells those on a
proposal from those on the main question. Where no verb decides, ``majorities`` reads the vote and ``fallback``
the rest.
"""
