"""The commands, one a file; the first line of a file is its line in ``citewell --help``."""
