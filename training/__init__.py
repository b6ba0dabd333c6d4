"""How the project's own models are made: corpora, tokenizer, pretraining. Run from a checkout, never from the wheel.

Every step is a command of ``python -m training``; a run is described by one file under ``training/configs``.
"""
