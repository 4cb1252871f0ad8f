"""From files to the model: strict YAML, the one Markdown set-up, citation syntax, claims, the bibliography."""
