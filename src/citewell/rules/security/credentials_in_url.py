"""An address contains a user name, a password or a secret key.

The whole address is published with the page: anyone could use the account. A name before an `@` can also mislead
readers, because `https://www.nhs.uk@other.example/` leads to other.example. Links for one person only ("signed" links)
stop working for others soon.

The message does not repeat the secret part.

Fix it by copying the plain address of the page, without the part between `//` and `@`, or without the part of the query
that the message names. If a password or key was saved here, change it: it is no longer secret.

Wrong:

```yaml
URL: https://anna:secret@library.example/guideline
```

Right:

```yaml
URL: https://library.example/guideline
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from citewell.lexicon.url_parameters import SECRET_NAMES
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule
from citewell.rules.security.external_links import outward_addresses, user_part

_PARAMETER: Final = re.compile(r"(?<=[?&;#])([^=&;#?]{1,60})=(?=[^&;#])")


@site_rule("SEC022")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every outward address with a user name or a secret in it."""
    for address, place, *_ in outward_addresses(site, context.facts):
        if user_part(address):
            what, hint = "a user name or password", "remove everything between // and @"
        elif key := _secret_key(address):
            what, hint = f'a secret: "{key}"', f'remove "{key}=" and what follows it up to the next &'
        else:
            continue
        yield Finding(place, f"this address contains {what}", f"{hint}; if it was real, change it")


def _secret_key(address: str) -> str | None:
    """The name of the first part of the query, or of what follows ``#`` or ``;``, that is known to be secret."""
    keys = (unquote(found[1]) for found in _PARAMETER.finditer(address))
    return next((key for key in keys if re.sub(r"[\W_]+", "", key.casefold()) in SECRET_NAMES), None)
