# Shared by the scripts here: `. "$(dirname "$0")/lib.sh"`. Goes to the repository's root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '== %s\n' "$*"; }
loud() { printf '!! %s\n' "$*" >&2; }

# Prints those of the Debian packages $@ that are not installed.
missing_packages() {
  local package
  for package in "$@"; do
    dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed$' || echo "$package"
  done
}

# Installs the Debian packages $@ that are missing; asks the archive for fresh lists only if that is needed.
# Returns 1 where it cannot, and says which are missing.
apt_install() {
  if ! command -v dpkg-query >/dev/null; then
    loud "this is no Debian system; have these installed by hand: $*"
    return 1
  fi
  local missing run=()
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { loud "neither root nor sudo; missing: ${missing[*]}"; return 1; }
    run=(sudo)
  fi
  say "installing ${missing[*]} (apt-get)"
  local install=("${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends)
  "${install[@]}" "${missing[@]}" </dev/null >/dev/null 2>&1 && return 0
  "${run[@]}" apt-get update -q </dev/null >/dev/null || loud "apt-get update did not succeed"
  "${install[@]}" "${missing[@]}" </dev/null >/dev/null || {
    loud "apt-get could not install: ${missing[*]}"
    return 1
  }
}

# 12345678 bytes as 12.3 MB.
size_of() {
  find "$@" -type f -printf '%s\n' |
    awk '{ s += $1 } END { if (s < 1e6) printf "%.1f KB", s / 1e3; else printf "%.1f MB", s / 1e6 }'
}
