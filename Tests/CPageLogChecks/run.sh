#!/usr/bin/env bash
# Runs the C code of the vault file under both sanitizers and under valgrind: no error, no leak.
#
#   run.sh BUILD-FOLDER [quick]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source=$here/../../Sources/CPageLog
build=$1
mkdir -p "$build"
flags=(-std=c11 -D_GNU_SOURCE -Wall -Wextra -Wconversion -Wno-nullability-completeness -Werror -gdwarf-4
  -I "$source/include" -I "$source" -I "$here")
read -ra libraries <<< "$(pkg-config --cflags --libs libcrypto sqlite3)"

# Files in memory: that a disk syncs is not what is looked at here.
folder=$(mktemp -d -p "$([ -w /dev/shm ] && echo /dev/shm || echo /tmp)" netvault-checks-XXXXXX)
trap 'rm -rf "$folder"' EXIT

compile() { # NAME FLAGS...
  local name=$1; shift
  clang "${flags[@]}" "$@" "$here"/*.c "$source"/*.c "${libraries[@]}" -lpthread -o "$build/$name"
}
report() { # NAME
  sed "s/^/check: C under $1: /"
}

compile sanitized -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -fuse-ld=lld
compile plain -O1

steps=30 stride=1 valgrind_stride=60
if [ "${2:-}" = quick ]; then stride=23 valgrind_stride=4000; fi
ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1 \
  "$build/sanitized" "$folder" $steps $stride | report 'both sanitizers'
valgrind -q --error-exitcode=9 --leak-check=full --show-leak-kinds=definite,indirect,possible \
  --errors-for-leak-kinds=definite,indirect,possible \
  "$build/plain" "$folder" $steps $valgrind_stride | report valgrind
