"""Benchmarks: a corpus generator, and drivers that time Citewell beside its peers. Not part of the package."""
