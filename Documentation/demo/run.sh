#!/usr/bin/env bash
# Shows the whole job on a made-up survivor: Documentation/demo/run.sh PROGRAM FOLDER
#
# Everything happens in FOLDER, which is made anew each time. No real vault is touched.
set -euo pipefail

program=$1
folder=$2
here=$(cd "$(dirname "$0")" && pwd)

if [ -e "$folder" ] && [ ! -e "$folder/made-by-make-demo" ]; then
  echo "$folder is there, and it was not made by the demo. Nothing was changed." >&2
  exit 1
fi
rm -rf "$folder"
mkdir -p "$folder/home"
folder=$(cd "$folder" && pwd)
touch "$folder/made-by-make-demo"

# The demo keeps its settings and its state in its own folder too.
unset NETVAULT_VAULT XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_RUNTIME_DIR
export HOME="$folder/home"

# A real passphrase is never kept in a file beside the vault. This one guards nothing.
passphrase="$folder/passphrase-for-the-demo-only.txt"
printf 'harbor violin october salt mitten reply\n' > "$passphrase"
chmod 600 "$passphrase"

vault="$folder/ana-brandt.vault"
netvault() { "$program" --vault "$vault" --passphrase-file "$passphrase" "$@"; }
step() { printf '\n== %s\n\n' "$1"; }

cat <<WORDS
This demo is about two made-up people. Nothing of yours is touched.
WORDS

step 'The practice vault: Mara Ellison, rich in every kind of record'
"$program" practice
mara() { "$program" --vault practice "$@"; }

step 'Where things stand with her'
mara

step 'What she takes'
mara list medicines

step 'A summary of her for a new doctor'
mara export --for 'Dr. Lee' --format html -o "$folder/mara-ellison-for-dr-lee.html" --yes
mara export -q --for 'Dr. Lee' --format text -o "$folder/mara-ellison-for-dr-lee.txt" --yes
mara export -q --for 'Dr. Lee' --format ips -o "$folder/mara-ellison-for-dr-lee.ips.json" --yes

step 'Ana Brandt, who begins with a file from her hospital'
cat <<WORDS
This part is about a made-up person, Ana Brandt, born 14 June 1961. Six years ago a
typical carcinoid was taken out of her right lung. Everything is written to
  $folder
The passphrase lies beside the vault in a file. That is for the demo only: a real
passphrase belongs in your head, and on a paper beside your passport.
WORDS

step 'A new vault'
netvault init --name 'Ana Brandt' --born 1961-06-14 --no-input

step 'What the hospital gave her on a file'
# 17 says that a part was left out: one result that the hospital itself calls a mistake.
netvault import "$here/riverside-hospital.json" --yes || [ $? -eq 17 ]

step 'What only Ana knows'
netvault add -q alert --text 'Tell anaesthesia: neuroendocrine tumor, risk of carcinoid crisis' \
  --told-by 'Dr. Okafor' --since 2020-05 --status active --no-input
netvault add -q medicine --name 'Omeprazole 20 mg' --dose '20 mg every morning' --status current \
  --start 2026-07 --reason heartburn --type over-the-counter --no-input
netvault add -q late-effect --effect 'Short of breath on stairs' --of lobectomy --status present \
  --no-input
netvault add -q follow-up --what 'CT of the chest' --asked-by 'Dr. Okafor' \
  --every 'every 12 months' --last 2025-10-03 --due 2026-10-03 --status open --no-input
netvault add -q follow-up --what 'Chromogranin A' --asked-by 'Dr. Okafor' \
  --every 'every 12 months' --last 2026-01-10 --due 2027-01-10 --status open --no-input
netvault add -q team-member --name 'Jonas Brandt' --role family --relation son \
  --phone 555-0111 --may-be-told everything --emergency yes --no-input
netvault add -q question \
  --text 'My chromogranin A rose after I started omeprazole. Could that be why?' \
  --whom 'Dr. Lee' --no-input
netvault add -q note --text 'The first doctor thought it was asthma.' --no-input
echo 'An alert, a medicine, a lasting effect, two checks, a relative, a question and a note.'

step 'Where things stand'
netvault

step 'For the new doctor'
netvault export --for 'Dr. Lee' --format html -o "$folder/ana-brandt-for-dr-lee.html" --yes
netvault export -q --for 'Dr. Lee' --format text -o "$folder/ana-brandt-for-dr-lee.txt" --yes
netvault export -q --for 'Dr. Lee' --format ips -o "$folder/ana-brandt-for-dr-lee.ips.json" --yes

step 'Is the vault whole?'
netvault verify

cat <<WORDS

== Done

Open this in a browser, or print it:
  $folder/ana-brandt-for-dr-lee.html
The same as words, and as a file that a hospital system can load:
  $folder/ana-brandt-for-dr-lee.txt
  $folder/ana-brandt-for-dr-lee.ips.json
Mara's summary is beside it, under her name.
To look around in Ana's vault yourself:
  $program --vault $vault --passphrase-file $passphrase list
WORDS
