"""What a decision says: its points, the verbs that decide them, amendments apart from the main question.

:func:`~referat_nlp.analysis.decision.reading.read_decision` is the way in; outcome and item type are made from it.
"""
