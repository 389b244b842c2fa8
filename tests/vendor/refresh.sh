#!/bin/sh
# Fetches axe-core from the npm package and puts its one file and its licence beside this script.
set -e
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent axe-core@4 >/dev/null
tar xzf axe-core-*.tgz
mkdir -p "$here/axe-core"
cp package/axe.min.js package/LICENSE "$here/axe-core/"
