"""The online side: it resolves references, and alone writes ``content_src/references.lock``.

No build imports anything here but the keys of the services, which ``site.yml`` may set. What it needs beyond the core
is the extra ``evidence``.
"""
