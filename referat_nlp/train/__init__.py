"""Fine-tuning on labelled minutes: labels → examples → a model folder that ``load`` takes.

:func:`~referat_nlp.train.session.train` runs it for one of the tasks of :mod:`.item_tasks` and :mod:`.summary_task`.
PyTorch is imported when it is first needed; the extra ``[train]`` brings it.
"""
