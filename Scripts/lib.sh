# shellcheck shell=sh
# Shared by the scripts beside it: finds Swift, brings PCRE2, builds quietly. Sourced, not run.
# POSIX sh. Everything it says goes to standard error; standard output belongs to the command.

say() { printf '%s\n' "$*" >&2; }

# Ends with the status that `assay` has for anything that keeps it from deciding.
die() {
  say "$*"
  exit 2
}

# Runs a command whose output matters only when it fails.
quietly() {
  log=$(mktemp) || return
  status=0
  "$@" >"$log" 2>&1 || status=$?
  [ "$status" -eq 0 ] || cat -- "$log" >&2
  rm -f -- "$log"
  return "$status"
}

# The same for what takes minutes: on a terminal its progress is shown.
patiently() { if [ -t 2 ]; then "$@" >&2; else quietly "$@"; fi; }

require_swift() {
  command -v swift >/dev/null 2>&1 || die "Swift is missing. Install Swift 6.2 or later (swift.org/install)."
}

has_pcre2() { command -v pkg-config >/dev/null 2>&1 && pkg-config --exists libpcre2-8; }

# The one command that brings PCRE2 and pkg-config; empty where it is not known.
pcre2_command() {
  if [ "$(uname -s)" = Darwin ]; then
    echo "brew install pcre2 pkgconf"
  elif command -v apt-get >/dev/null 2>&1; then
    as_root=$([ "$(id -u)" -eq 0 ] || echo "sudo ")
    echo "${as_root}sh -c 'apt-get update && apt-get install -y libpcre2-dev pkg-config'"
  fi
}

# Installs PCRE2 where that is allowed: as root with apt-get, or when the caller's first argument is
# --install-dependencies ($1 is "asked"). Otherwise says what to run.
require_pcre2() {
  has_pcre2 && return
  install=$(pcre2_command)
  [ -n "$install" ] || die "Assay needs PCRE2: install pkg-config and the development files of libpcre2-8."
  if [ "$1" != asked ] && { [ "$(uname -s)" = Darwin ] || [ "$(id -u)" -ne 0 ]; }; then
    die "Assay needs PCRE2 and pkg-config. Run this, or give --install-dependencies first:
  $install"
  fi
  say "Installing PCRE2: $install"
  patiently env DEBIAN_FRONTEND=noninteractive sh -c "$install" </dev/null || die "PCRE2 could not be installed."
  has_pcre2 || die "PCRE2 was installed, but pkg-config does not find libpcre2-8."
}
