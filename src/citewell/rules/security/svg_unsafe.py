"""An SVG picture holds more than a drawing: a program, a link, or something from another site.

Readers can open a picture by itself, and then a program in it runs. Whatever it loads tells another site who reads
about which disease.

Fix it by taking the part out, or by exporting the picture as "plain SVG".

Wrong:

```svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><script>alert(1)</script></svg>
```

Right:

```svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>
```
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SEC009", "svg-unsafe", "{detail}", "take it out of the picture")
