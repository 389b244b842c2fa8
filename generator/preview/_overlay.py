"""What is added to a page while it is served: the reload script and, if a save broke something, what to mend.

Nothing of this is ever written into a file. All text is escaped; the script is a file of this
server, so that the pages' own content policy stays in force.
"""

from __future__ import annotations

from html import escape

from generator.findings import Finding
from generator.preview._state import Shown

PREFIX = "/.exhibit-preview/"
MOST = 12
"""How many findings are shown at once; mending these brings the next."""

SCRIPT = """\
(function () {
  var seen = document.currentScript.getAttribute("data-version");
  function ask() {
    if (document.hidden) { document.addEventListener("visibilitychange", ask, { once: true }); return; }
    fetch("/.exhibit-preview/news?seen=" + seen, { cache: "no-store" })
      .then(function (answer) { return answer.text(); })
      .then(function (now) { if (now !== seen) { location.reload(); } else { ask(); } })
      .catch(function () { setTimeout(ask, 1000); });
  }
  var bar = document.getElementById("exhibit-preview");
  var fold = bar && bar.querySelector("button");
  if (fold) { fold.addEventListener("click", function () { bar.hidden = true; }); }
  if (document.readyState === "complete") { ask(); } else { addEventListener("load", ask); }
})();
"""

STYLE = """\
#exhibit-preview{position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:45vh;overflow:auto;box-sizing:border-box;
margin:0;padding:12px 16px 16px;background:#1d1b1a;color:#fff;border-top:4px solid #ff6a3d;font:15px/1.45 system-ui,sans-serif;text-align:start}
#exhibit-preview[hidden]{display:none}
#exhibit-preview p,#exhibit-preview ul{margin:0 0 6px;padding:0;color:inherit;font-size:inherit}
#exhibit-preview li{list-style:none;margin:10px 0 0;padding:0}
#exhibit-preview strong{color:#ffb59e}
#exhibit-preview code{background:none;color:#ffd27a;font:13px/1.4 ui-monospace,monospace;overflow-wrap:anywhere;padding:0}
#exhibit-preview pre{margin:4px 0;padding:6px 8px;background:#000;color:#fff;overflow:auto;font:13px/1.4 ui-monospace,monospace;direction:ltr;text-align:left}
#exhibit-preview button{float:inline-end;min-width:44px;min-height:44px;background:#fff;color:#1d1b1a;border:0;border-radius:4px;font:inherit;cursor:pointer;padding:0 12px}
@media print{#exhibit-preview{display:none}}
"""


def add_overlay(page: bytes, shown: Shown) -> bytes:
    """Add the script, and the bar if there is something to mend, before the end of a page's body."""
    head = f'<link rel="stylesheet" href="{PREFIX}live.css">'
    tail = f'{head}{render_bar(shown)}<script src="{PREFIX}live.js" data-version="{shown.version}"></script>'.encode()
    at = page.lower().rfind(b"</body>")
    return page + tail if at < 0 else page[:at] + tail + page[at:]


def render_bar(shown: Shown) -> str:
    """Render what is to be mended as a bar at the foot of the page; "" where all is well."""
    if not (shown.trouble or shown.message):
        return ""
    count = len(shown.trouble)
    title = f"{count} thing{'s' * (count != 1)} to put right" if count else "This could not be built"
    entries = "".join(_render_finding(each) for each in shown.trouble[:MOST])
    more = f"<p>And {count - MOST} more: run exhibit check.</p>" if count > MOST else ""
    said = f"<p>{escape(shown.message)}</p>" if shown.message else ""
    return (
        '<aside id="exhibit-preview" dir="ltr" lang="en" role="region" aria-label="What to put right"><button type="button">Hide</button>'
        f"<p><strong>{title}</strong></p>{said}<ul>{entries}</ul>{more}</aside>"
    )


def _render_finding(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    source = f"<pre>{escape(finding.source_line.strip()[:160])}</pre>" if finding.source_line.strip() else ""
    hint = f"<br>{escape(finding.hint)}" if finding.hint else ""
    return f"<li><code>{escape(place)}</code> {escape(finding.code)} {escape(finding.name)}<br>{escape(finding.message)}{hint}{source}</li>"
