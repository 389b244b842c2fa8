"""The content policy of a page: what a browser may load and run for it, and nothing else.

Scripts: our own files, and the few inline ones of Material, each named by its hash, so that no
other inline script runs whatever a template lets through. Styles may be inline, because charts and
names carry measures in `style` attributes. Nothing may be asked of another host.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)

_POLICY = (
    "default-src 'self'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " media-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self';"
    " object-src 'none'; base-uri 'self'; form-action 'self'"
)


def render_policy(page: str) -> str:
    """Render the policy that lets exactly the inline scripts of this page run.

    `page` is a page of the shell *without* content, so that a script in content has no hash.
    """
    bodies = dict.fromkeys(_INLINE.findall(page))
    hashes = "".join(f" 'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'" for body in bodies)
    return _POLICY.format(hashes=hashes)
