"""From citation keys to a numbered bibliography: identifiers, look-up, numbering and the wording of entries."""
