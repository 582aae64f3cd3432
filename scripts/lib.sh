# Shared by the scripts here: `. "$(dirname "$0")/lib.sh"`. Goes to the repository's root.
# Runs in bash 3.2, which macOS has.
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

# as_root COMMAND...: runs it as root, through sudo if need be.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs the Debian packages $@ that are missing, with fresh lists only if the archive needs them.
# Returns 1 if it cannot, and says which are missing.
apt_install() {
  if ! command -v dpkg-query >/dev/null; then
    loud "not a Debian system; install these by hand: $*"
    return 1
  fi
  local missing
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  # One package a line becomes one a word.
  set -- $missing
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    loud "neither root nor sudo; missing: $*"
    return 1
  fi
  say "installing $* (apt-get)"
  apt_get_install "$@" 2>/dev/null && return 0
  as_root apt-get update -q </dev/null >/dev/null || loud "apt-get update did not succeed"
  apt_get_install "$@" || { loud "apt-get could not install: $*"; return 1; }
}

apt_get_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q -o DPkg::Lock::Timeout=600 --no-install-recommends "$@" </dev/null >/dev/null
}

# The size of the files in the folders $@: 12.3 MB.
size_of() {
  find "$@" -type f -exec cat {} + | wc -c |
    awk '{ if ($1 < 1e6) printf "%.1f KB", $1 / 1e3; else printf "%.1f MB", $1 / 1e6 }'
}
