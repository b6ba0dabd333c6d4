"""Labelling: items drawn into sheets and tasks, labels read back, annotators compared."""
