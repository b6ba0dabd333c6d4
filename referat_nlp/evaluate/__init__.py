"""How good a model is on labelled minutes: gold, metrics, baselines, labelling sheets (extra ``[evaluate]``)."""
