"""What is known of Danish and of Danish administration: headings, names, parties, numbers, dates, sentences.

The lowest layer: it imports nothing of the library, and everything else may import it.
"""
