"""From the content of an earlier format to that of today, and what ``citewell init`` wrote to what it writes today."""
