#!/bin/sh
# usage: entrypoint.sh APP [--set KEY=VALUE ...]
# Runs one plane. OTTLA_DATA is the folder of a plane that keeps data: an empty one is formatted first.
set -eu
app=$1
shift
main=/app/apps/$app/dist/main.js
if [ ! -e "$main" ]; then
  echo "there is no plane named $app: $(ls /app/apps | tr '\n' ' ')" >&2
  exit 64
fi
if [ -n "${OTTLA_DATA:-}" ] && [ ! -e "$OTTLA_DATA/meta.properties" ]; then
  node "$main" format "$@"
fi
exec node --enable-source-maps "$main" "$@"
