"""From minutes and text to cleaned, de-duplicated documents, and from those to packed tokens."""
