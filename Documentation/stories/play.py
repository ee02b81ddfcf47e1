#!/usr/bin/env python3
"""Plays the stories of made-up people with the real program, at a real pseudo-terminal.

    Documentation/stories/play.py PROGRAM            writes each story beside this file
    Documentation/stories/play.py PROGRAM --check    says where a story is not true any more
    Documentation/stories/play.py PROGRAM --play     plays them, and writes nothing
    Documentation/stories/play.py PROGRAM caregiver  only the stories that are named

What stands in a story is what the program wrote on the screen, and what was typed. Four things are
not as they were: words that are made at random, the folder, times of day, and the flags that make a
day fixed and a key cheap. A passphrase never shows.
"""

import difflib
import os
import pathlib
import re
import shlex
import shutil
import sys
import tempfile

# Nothing is left lying beside the stories.
sys.dont_write_bytecode = True

from screen import Screen, Stuck  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
TODAY = "2026-11-21"
WORDS = "harbor violin october salt mitten reply"


class Hidden(str):
    """What does not show while it is typed."""


class Key(str):
    """A letter that is pressed together with Ctrl."""


class Desk:
    """A computer with nothing on it, and what is seen there."""

    def __init__(self, program, title, accessible=False, columns=72, vault=None):
        self.program = str(pathlib.Path(program).resolve())
        self.home = tempfile.mkdtemp(prefix="nv-", dir="/tmp")
        # Where a kernel keeps no keys this is said once. Not in every story.
        state = pathlib.Path(self.home, ".local/state/netvault")
        state.mkdir(parents=True)
        (state / "no-key-ring").touch()
        self.accessible = accessible
        self.columns = columns
        self.vault = vault
        self.said = [("lines", line) for line in title]
        self.replaced = {}

    def environment(self):
        system = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
        return system | {
            "HOME": self.home, "LANG": "C.UTF-8", "TERM": "xterm", "TZ": "UTC", "NO_COLOR": "1",
        } | ({"NETVAULT_ACCESSIBLE": "1"} if self.accessible else {})

    def words(self, line, more):
        return [self.program] + shlex.split(line)[1:] + ["--today", TODAY] + list(more)

    def quietly(self, line, more=()):
        """What was done before the story begins."""
        passphrase = pathlib.Path(self.home, "passphrase")
        passphrase.write_text(WORDS + "\n")
        words = self.words(line, ["--passphrase-file", str(passphrase), "--no-input", *more])
        screen = Screen(words, self.environment(), self.home, 72)
        code = screen.finish()
        passphrase.unlink()
        if code not in (0, 17):
            raise Stuck(f"{line} ended with {code}:\n{screen.text}")

    def tell(self, *lines):
        """Words between two commands, by the one who tells the story."""
        self.said += [("lines", line) for line in ("", *lines)]

    def run(self, line, *dialog, more=(), ends=0, resize=None):
        """Types one command, and answers its questions: pairs of what to wait for and what to type.
        An answer may be made from what stands on the screen."""
        screen = Screen(self.words(line, more), self.environment(), self.home, self.columns)
        for number, (question, answer) in enumerate(dialog):
            screen.wait(question)
            if callable(answer):
                answer = answer(screen)
            if resize and number == resize[0]:
                screen.resize(resize[1])
            if isinstance(answer, Key):
                screen.press(answer)
            elif isinstance(answer, Hidden):
                screen.type_hidden(answer)
            elif answer is not None:
                screen.type(answer)
        code = screen.finish()
        if code != ends:
            raise Stuck(f"{line} ended with {code}, not {ends}:\n{screen.text}")
        self.said += [("lines", ""), ("lines", f"$ {line}"), ("screen", screen.text)]
        if code:
            self.said.append(("lines", f"[exit {code}]"))
        return screen

    def text(self):
        parts = []
        for what, text in self.said:
            if what == "screen":
                text = clean(text, self.home, self.replaced).rstrip("\n")
            parts.append(text)
        return "\n".join(parts).strip("\n") + "\n"

    def close(self):
        shutil.rmtree(self.home, ignore_errors=True)


def clean(text, home, replaced):
    for found, words in replaced.items():
        text = text.replace(found, words)
    text = text.replace(home, "~")
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)
    text = re.sub(r"(from\s+\d{1,2} [A-Z][a-z]+ \d{4},\s+)\d{1,2}:\d{2}\b", r"\g<1>10:12", text)
    text = re.sub(r"\buntil \d{1,2}:\d{2}\b", "until 10:27", text)
    text = re.sub(r"\b\d+ KB\b", "30 KB", text)
    return "\n".join(line.rstrip() for line in text.split("\n"))


def six_words(desk):
    """The words that netvault made, typed back. In the story they are always the same."""
    def answer(screen):
        made = re.findall(r"Your words:\s+([a-z]+(?: [a-z]+){5})", screen.text)[-1]
        desk.replaced[made] = WORDS
        desk.passphrase = Hidden(made)
        return desk.passphrase
    return answer


def sheet_line(desk, number):
    """A line of the recovery sheet, typed back. In the story it is never shown."""
    def answer(screen):
        made = re.findall(rf"Line {number}:?\s+([a-z]+(?: [a-z]+)+)", screen.text)[0]
        desk.replaced[made] = " ".join(["(word)"] * len(made.split()))
        return Hidden(made)
    return answer


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    if not words:
        sys.exit(__doc__)
    # Here, so that the stories can use all of the above.
    import told

    checks = "--check" in sys.argv
    stale = 0
    for name, story in told.STORIES.items():
        if words[1:] and name not in words[1:]:
            continue
        try:
            desk = story(words[0])
        except Stuck as trouble:
            print(f"{name}: {trouble}", file=sys.stderr)
            stale += 1
            continue
        text = desk.text()
        desk.close()
        target = HERE / f"{name}.txt"
        before = target.read_text() if target.exists() else ""
        if "--play" in sys.argv:
            print(f"{name}: played")
        elif not checks:
            target.write_text(text)
            print(f"{name}: {'the same' if text == before else 'written'}")
        elif text != before:
            stale += 1
            sys.stdout.writelines(difflib.unified_diff(
                before.splitlines(True), text.splitlines(True), f"{name}.txt", "the program"))
    sys.exit(1 if stale else 0)


if __name__ == "__main__":
    sys.modules["play"] = sys.modules["__main__"]
    main()
