"""Names of parameters in addresses: those that hold a secret, and those that track who follows a link."""

from __future__ import annotations

import re
from typing import Final

#: Without punctuation and in small letters: ``access_token`` and ``accessToken`` are one.
SECRET_NAMES: Final = frozenset(
    """accesstoken apikey authtoken bearer clientsecret idtoken jsessionid jwt passwd password phpsessid privatekey pwd
    refreshtoken secret secretkey securitytoken sessionid sessiontoken sig signature token xamzcredential
    xamzsecuritytoken xamzsignature xapikey xgoogcredential xgoogsignature""".split()
)
TRACKING_NAME: Final = re.compile(
    r"(?:utm|mtm|pk|piwik|hsa)_\w+|hsctatracking|_hs(?:enc|mi)|__hs(?:tc|sc|fp)|dclid|fbclid|gclid|gclsrc|[gw]braid|msclkid|yclid|twclid"
    r"|ttclid|igsh(?:id)?|li_fat_id|mc_[ce]id|mkt_tok|oly_(?:anon|enc)_id|vero_id|ref_src|srsltid|_g[al]|wt[._]mc(?:_id)?"
    r"|at_(?:medium|campaign|custom\d?|link_\w+)|xtor|_openstat|s_cid|ns_(?:mchannel|campaign|source|linkname)|sfmc_\w+|wickedid",
    re.IGNORECASE,
)
