#!/bin/sh
# Fetches iframe-worker again: ./refresh.sh [VERSION]. It needs npm, tar and python3.
#
# From file:// a browser starts no Worker, and iframe-worker puts a hidden frame in its place. As
# published it writes an inline script into that frame, which a policy without 'unsafe-inline'
# stops; so that script is moved to runtime.js beside it, and nothing else is changed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
version=${1:-1.0.4}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
npm pack "iframe-worker@$version" >/dev/null
tar xzf iframe-worker-*.tgz
cp package/LICENSE "$here/iframe-worker/LICENSE"
python3 - "$version" "$here/iframe-worker" <<'PYTHON'
import re
import sys
from pathlib import Path

version, target = sys.argv[1], Path(sys.argv[2])
code = Path("package/shim/index.js").read_text("utf-8")
notice = f"/*! iframe-worker {version}, MIT, Copyright (c) Martin Donath and contributors, see iframe-worker.txt."
inline = re.search(r"<script>postMessage=\$\{(\w)\};importScripts=\$\{(\w)\};(.*?)<\\/script><script src=\$\{(\w)\}\?\$\{\+Date\.now\(\)\}><\\/script>", code)
if inline is None:
    sys.exit("iframe-worker has changed: look at its shim/index.js and mend this script.")
post, scripts, errors, address = inline.groups()
functions = {name: re.search(rf"function {name}\(.*?\}}(?=function|var )", code).group() for name in (post, scripts)}
errors = errors.replace('"${' + address + '}"', "document.scripts[1].src")
runtime = f"postMessage=({functions[post]});importScripts=({functions[scripts]});{errors};"
shim = code.replace(inline.group(), "<script src=${exhibitRuntime}><\\/script><script src=${" + address + "}><\\/script>")
first = 'const exhibitRuntime=document.currentScript.src.replace(/[^/]*$/,"iframe-worker-runtime.js");'
target.joinpath("shim.js").write_text(f"{notice} Changed: its inline script is a file. */\n{first}{shim}", "utf-8")
target.joinpath("runtime.js").write_text(f"{notice} The script that the shim wrote inline. */\n{runtime}\n", "utf-8")
PYTHON
