"""Checkpoints → predictions in batches: ONNX Runtime, or Transformers where that is what a folder holds.

A model folder holds ``config.json`` and ``tokenizer.json`` in the form of Transformers, the weights as
``model.int8.onnx``, ``model.onnx`` or ``model.safetensors``, and may hold ``calibration.json``.
:func:`~referat_nlp.inference.model.open_model` opens one. Nothing here knows what minutes are.
"""
