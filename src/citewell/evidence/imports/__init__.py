"""Reading the reference files of other programs, one format a file.

Nothing is lost: what has no CSL variable is kept in the item under ``custom``, ``imported``, and named with its line.
What is broken is a fault with its line; the entries around it are still read.
"""
