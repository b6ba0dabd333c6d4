"""Pretraining of an encoder by masked language modelling."""
