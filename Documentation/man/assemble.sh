#!/bin/sh
# Makes the manual page: what swift-argument-parser generates from the commands, with the sections
# that are written by hand.
#
#   assemble.sh GENERATE-MANUAL NETVAULT FOLDER
#
# Writes FOLDER/netvault.1. The date is the one of the version, so that two builds are alike.
set -eu

generate=$1
program=$2
folder=$3
here=$(dirname "$0")
date=2026-11-21

mkdir -p "$folder"
"$generate" "$program" --date "$date" --output-directory "$folder"

# The exit codes stand in the program, and in it only.
codes=$(COLUMNS=400 "$program" help exit-codes |
  sed -n 's/^  \([0-9][0-9]*\)  *\(.*\)$/.It \1\n\2/p')

# What mandoc -T lint asks for: each sentence on a line of its own, short lines, no empty ones, and
# no break before something that breaks by itself.
tidy() {
  sed -e '/^$/d' -e '/^\.Nd /s/\.\("*\) *$/\1/' \
    -e '/^\./!s/\([a-z0-9)"]\)\([.?:]\) \([A-Z]\)/\1\2\n\3/g' | awk '
    /^\.Pp$/ { held = 1; next }
    {
      if (held && !/^\.(It|Bl|Sh|El|Pp)/) print ".Pp"
      held = 0
      while (!/^\./ && length($0) > 79 && match(substr($0, 1, 79), /.* /)) {
        print substr($0, 1, RLENGTH - 1)
        $0 = substr($0, RLENGTH + 1)
      }
      print
    }'
}

{
  # The generated ending is empty; ours has what a page of a manual must have.
  sed '/^\.Sh "*EXIT STATUS"*$/,$d' "$folder/netvault.1"
  while IFS= read -r line; do
    if [ "$line" = @EXIT@ ]; then printf '%s\n' "$codes"; else printf '%s\n' "$line"; fi
  done <"$here/sections.mdoc"
} | tidy >"$folder/netvault.1.new"
mv "$folder/netvault.1.new" "$folder/netvault.1"
