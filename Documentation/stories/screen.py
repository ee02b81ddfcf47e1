"""A program at a pseudo-terminal: what a person would see, and what they type. Nothing but the
standard library of Python 3 is needed."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

PATIENCE = float(os.environ.get("PATIENCE", 120))


class Stuck(Exception):
    """The program did not say what was waited for."""


class Screen:
    """One run of a program at a terminal of its own."""

    def __init__(self, words, environment, folder, columns):
        self.text = ""
        self.seen = 0
        self.code = None
        self.child, self.near = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execvpe(words[0], words, environment)
        self.resize(columns)

    def resize(self, columns):
        size = struct.pack("HHHH", 40, columns, 0, 0)
        fcntl.ioctl(self.near, termios.TIOCSWINSZ, size)

    def wait(self, words):
        """Until the words stand on the screen, after what was waited for before. A line that was
        folded still has them."""
        pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
        end = time.monotonic() + PATIENCE
        while True:
            found = pattern.search(self.text, self.seen)
            if found:
                self.seen = found.end()
                self._settle()
                return
            if not self._read(0.05) and (self._ended() or time.monotonic() > end):
                raise Stuck(f"waited for {words!r}; on the screen:\n{self.text}")

    def type(self, line):
        os.write(self.near, line.encode() + b"\r")

    def type_hidden(self, line):
        """Types only once nothing that is typed shows any more."""
        end = time.monotonic() + PATIENCE
        while termios.tcgetattr(self.near)[3] & termios.ECHO:
            if not self._read(0.02) and (self._ended() or time.monotonic() > end):
                raise Stuck(f"what is typed shows; on the screen:\n{self.text}")
        self.type(line)

    def press(self, letter):
        os.write(self.near, bytes([ord(letter) - 64]))

    def finish(self):
        end = time.monotonic() + PATIENCE
        while not self._ended():
            self._read(0.05)
            if time.monotonic() > end:
                os.kill(self.child, signal.SIGKILL)
                raise Stuck(f"it did not end; on the screen:\n{self.text}")
        while self._read(0.05):
            pass
        os.close(self.near)
        return self.code

    def _settle(self):
        """The rest of a question comes at once, or not at all."""
        while self._read(0.08):
            pass

    def _ended(self):
        if self.code is None:
            child, status = os.waitpid(self.child, os.WNOHANG)
            if child:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code is not None

    def _read(self, seconds):
        try:
            if not select.select([self.near], [], [], seconds)[0]:
                return False
            got = os.read(self.near, 65536)
        except OSError:
            return False
        self.text += got.decode(errors="replace").replace("\r\n", "\n")
        return bool(got)
