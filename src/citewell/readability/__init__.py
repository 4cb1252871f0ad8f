"""How hard a text is to read: syllables by our own rules, and two published formulas over them."""
