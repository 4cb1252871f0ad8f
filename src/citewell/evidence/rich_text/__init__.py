"""Markup of other programs as plain text: LaTeX, HTML, JATS and MathML, for every field and every way in.

Figures never join: an exponent is written in Unicode (10⁶) or marked (10^5.5), and what is not known stays as it was.
"""
