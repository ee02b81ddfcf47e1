#!/usr/bin/env python3
"""Makes Sources/Sealing/recovery-words.txt: 2,048 plain words that are hard to mix up.

    apt-get install miscfiles scowl
    Documentation/recovery-words/make.py > Sources/Sealing/recovery-words.txt

The words themselves are those of `web2`, Webster's Second International of 1934, whose copyright has
elapsed (Debian package miscfiles, dict-README). Which of them are known to most people is taken from
the levels 10, 20 and 35 of SCOWL (Debian package scowl). By its copyright file, these levels are made
from the Moby lexicon, Brian Kelk's word list with frequencies and 12Dicts, all of them in the public
domain. Nothing else of SCOWL is used: no inflected forms, because web2 has nearly none.

No two words of the result have the same first four letters. No two differ by one letter more, less
or changed, nor by two letters that changed places. The list is part of the format of recovery
sheets: once a vault is in use, it must never change.
"""

import pathlib
import re
import sys

DICTIONARIES = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/dict")
HERE = pathlib.Path(__file__).parent
COUNT = 2048
PLAIN = re.compile("[a-z]{4,8}")
INFLECTED = re.compile(
    "(ing|ed|ly|er|est|ness|ment|tion|ous|ive|al|able|ible|ity|ance|ence|ise|ize|ism|ist|[^s]s)$")


def lines(path):
    return [line.strip() for line in path.read_text("latin1").splitlines()]


def by_hand(name):
    return [word for line in lines(HERE / name) if line[:1] != "#" for word in line.split()]


def levels():
    """The level of each plain word: 10 is the most common."""
    known = set(lines(DICTIONARIES / "web2"))
    found = {}
    for level in (10, 20, 35):
        for region in ("english", "american"):
            for word in lines(DICTIONARIES / "scowl" / f"{region}-words.{level}"):
                if PLAIN.fullmatch(word) and word in known:
                    found.setdefault(word, level)
    return found


def are_close(one, other):
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        apart = [i for i in range(len(one)) if one[i] != other[i]]
        if len(apart) == 2 and apart[1] == apart[0] + 1:
            first, second = apart
            return one[first] == other[second] and one[second] == other[first]
        return len(apart) <= 1
    short, long = sorted((one, other), key=len)
    return any(long[:i] + long[i + 1:] == short for i in range(len(long)))


def candidates():
    """What is chosen by hand first, then the most common words, the short ones last."""
    found = levels()
    left_out = by_hand("leave-out.txt")
    whole = {word for word in left_out if not word.endswith("*")}
    starts = tuple(word[:-1] for word in left_out if word.endswith("*"))
    chosen = by_hand("chosen.txt")
    missing = [word for word in chosen if word not in found]
    assert not missing, missing
    rest = [
        word for word, level in found.items()
        if level < 35 and word not in whole and not word.startswith(starts)
        and not INFLECTED.search(word)]
    return chosen + sorted(rest, key=lambda w: (len(w) > 7, len(w) < 5, found[w], w))


def main():
    taken, starts = [], set()
    for word in candidates():
        if len(taken) == COUNT:
            break
        if word[:4] in starts or any(are_close(word, other) for other in taken):
            continue
        taken.append(word)
        starts.add(word[:4])
    assert len(taken) == COUNT, len(taken)
    print("\n".join(sorted(taken)))


main()
