#!/usr/bin/env bash
# Builds the fuzz targets with libFuzzer and the address and undefined sanitizers, and runs each.
#
#   run.sh SECONDS [TARGET...]
#
# What is found on the way is kept in .build/fuzzing/found; what stops a target, in
# .build/fuzzing/stopped. To keep the smallest inputs that reach everything: run.sh 0
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=$1; shift
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then targets=(header log fhir dates); fi
build=.build/fuzzing
mkdir -p .build

# The coverage is said once more: of two sanitizers Swift counts only with the last one.
NETVAULT_FUZZING=1 swift build -c release --scratch-path $build --product fuzz \
  --sanitize fuzzer --sanitize address -Xcc -fsanitize=undefined -Xcc -fno-sanitize-recover=all \
  -Xswiftc -sanitize-coverage=edge,indirect-calls,trace-cmp,inline-8bit-counters,pc-table \
  --explicit-target-dependency-import-check error > $build.txt 2>&1 || { cat $build.txt; exit 1; }

status=0
for target in "${targets[@]}"; do
  kept=Tests/Fuzzing/corpus/$target
  mkdir -p $build/bin $build/found/"$target" $build/stopped
  ln -sf ../release/fuzz $build/bin/"$target"
  options=(-timeout=20 -rss_limit_mb=4000 -max_len=4096 -artifact_prefix=$build/stopped/"$target"-)
  [ "$target" = fhir ] && options+=(-dict=Tests/Fuzzing/fhir.dict)
  log=$build/$target.txt
  if [ "$seconds" -eq 0 ]; then
    smallest=$(mktemp -d)
    $build/bin/"$target" "${options[@]}" -set_cover_merge=1 "$smallest" "$kept" $build/found/"$target" \
      > "$log" 2>&1 || { tail -30 "$log"; exit 1; }
    rm -rf "$kept"; mkdir -p "$kept"; cp "$smallest"/* "$kept"; rm -rf "$smallest"
    echo "fuzzing, $target: $(find "$kept" -type f | wc -l) inputs are kept"
    continue
  fi
  if ! $build/bin/"$target" "${options[@]}" -max_total_time="$seconds" -print_final_stats=1 \
    $build/found/"$target" "$kept" > "$log" 2>&1; then
    status=1
    grep -E 'ERROR|SUMMARY|not so|Fatal|Test unit' "$log" || tail -30 "$log"
  fi
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  covered=$(grep -o ' cov: [0-9]*' "$log" | tail -1)
  echo "check: fuzzing, $target: ${runs:-?} runs in $seconds s,$covered edges, $(
    # An input that is only slow is written too: on a busy computer any may be.
    if grep -qE 'Test unit written to .*-(crash|leak|oom|timeout)-' "$log"; then echo 'STOPPED'
    else echo 'nothing found'; fi)"
done
exit $status
