"""Reading the reference files of other programs, one format a file.

Nothing is lost: what CSL has no word for stands in the item under ``custom``, ``imported``, and is named with its line.
What is broken is a fault with its line, and the entries around it are read all the same.
"""
