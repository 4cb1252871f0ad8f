"""The online side: looking references up, and the only writer of ``content_src/references.lock``.

Nothing here is imported by a build. What it needs beyond the core is the extra ``evidence``.
"""
