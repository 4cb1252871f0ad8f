"""A file is larger than any of its kind should be.

It is refused before it is read. A picture of many megabytes keeps readers with a slow connection waiting, and a huge
text is most often something else under a wrong name.

Fix it by making the picture smaller (1,600 pixels wide are plenty), or by splitting the text.

Wrong: a photograph of 12 MiB, straight from the camera.

Right: the same at 1,600 pixels, as WebP, of 200 KiB.
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SEC016", "file-too-large", "{detail}", "split it or make it smaller")
