"""The test of the look: the built site in Chromium, at the widths and in the colours that readers have.

What a build verifies in the files of a site is in ``site/checks/``; this is what only a browser knows. A promise is one
file of ``checks/``, which the program's own tests use as well.
"""
