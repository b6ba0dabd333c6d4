"""How the library is judged: labelled minutes written for the purpose, and the scores on them."""
