# Shared by the scripts here; sourced, not run.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
cache=$root/.cache
mkdir -p "$cache"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '%s\n' "$*" >&2; }

need() { # need COMMAND WHAT
  command -v "$1" >/dev/null || { say "$2 is needed and was not found (command: $1)."; exit 2; }
}

# once NAME FOLDER... -- COMMAND: runs the command when files under the folders have changed since it last succeeded.
once() {
  local name=$1 folders=() stamp sum; shift
  while [ "$1" != -- ]; do folders+=("$1"); shift; done; shift
  stamp=$cache/$name.sum
  sum=$(find "${folders[@]}" -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -not -path '*/bin/*' -not -path '*/obj/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then return; fi
  "$@"
  printf '%s' "$sum" > "$stamp"
}

install_npm() { # install_npm FOLDER
  if [ ! -f "$1/node_modules/.package-lock.json" ] || [ "$1/package-lock.json" -nt "$1/node_modules/.package-lock.json" ]; then
    say "Installing the packages of $1"
    (cd "$1" && npm ci --no-audit --no-fund --loglevel=error) >&2
    touch "$1/node_modules/.package-lock.json"
  fi
}

vite_build() { (cd "$1" && npm run --silent build) >&2; }

# The program as it is run: compiled ahead of time, so that it starts a second sooner, where the compiler for this machine can be had.
program=$cache/program/run/Objectives.Gateway.dll
build_program() {
  need dotnet "The .NET 10 SDK"
  [ -f "$program" ] || rm -f "$cache/program.sum"
  once program src modules global.json Directory.Build.props Directory.Packages.props .editorconfig -- build_whole
}
build_whole() {
  say "Building the program"
  rm -rf "${program%/*}"
  publish --use-current-runtime --self-contained false -p:PublishReadyToRun=true || { say "Building it without compiling it ahead of time"; publish; }
}
publish() { dotnet publish src/Objectives.Gateway -c Release -v q --tl:off --artifacts-path "$cache/program" -o "$cache/program/run" "$@" >&2; }

# The page and the query tool, into the program's web root, where they are missing or have changed.
build_page() {
  local part
  for part in src/graphiql src/web; do
    [ -d "$part" ] || continue
    [ -f src/Objectives.Gateway/wwwroot/index.html ] || rm -f "$cache/$(basename $part).sum"
    once "$(basename $part)" "$part" src/Objectives.Gateway/schema.graphql -- build_part "$part"
  done
}
build_part() { install_npm "$1"; say "Building $1"; vite_build "$1"; }
