"""The online side: it resolves references, and alone writes ``content_src/references.lock``.

No build imports anything here, except for the declarations of the services when ``site.yml`` sets one. What it needs
beyond the core is the extra ``evidence``.
"""
