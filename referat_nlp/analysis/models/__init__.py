"""Analysers that ask a fine-tuned model, each filling an interface of :mod:`referat_nlp.analysis.interface`.

What a model is shown of an item is made in :mod:`.inputs` and :mod:`.sentences`, in training as in use.
"""
