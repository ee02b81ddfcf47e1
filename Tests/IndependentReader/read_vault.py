#!/usr/bin/env python3
"""Reads a netvault vault, written from Documentation/vault-format.md alone.

    read_vault.py VAULT passphrase|recovery|words SECRET-FILE [DATABASE]

Prints the tables of the vault, or writes its SQLite database to DATABASE and prints the number of
its last commit. It shares no code with netvault, so that the page and the program are held to each
other.
"""

import hashlib
import os
import re
import sqlite3
import struct
import sys
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

COPY, LOG = 8192, 16384
PAGE, COMMIT, MAP = 1, 2, 3


class Refused(Exception):
    pass


def hkdf(key, salt, label):
    return HKDF(hashes.SHA256(), 32, salt, label.encode("ascii")).derive(key)


def unseal(key, nonce, cipher, tag, data):
    try:
        return AESGCM(key).decrypt(nonce, cipher + tag, data)
    except InvalidTag:
        return None


def whole(copy):
    return (
        len(copy) == COPY
        and copy[:8] == b"netvault"
        and struct.unpack_from("<I", copy, 8)[0] == 1
        and struct.unpack_from("<Q", copy, 16)[0] < 1 << 63
        and hashlib.sha256(copy[:8160]).digest() == copy[8160:]
    )


def slot_key(slot, kind, secret):
    salt = slot[8:40]
    if kind == 2:
        return hkdf(secret, salt, "netvault 1 recovery slot")
    log_n, r, p = slot[1:4]
    if not (14 <= log_n <= 20 and r == 8 and 1 <= p <= 4):
        raise Refused("costs out of bounds")
    try:
        secret = unicodedata.normalize("NFC", secret.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        pass
    n = 1 << log_n
    stretched = hashlib.scrypt(
        secret, salt=salt, n=n, r=r, p=p, maxmem=130 * r * (n + p + 2) + (1 << 20), dklen=32
    )
    return hkdf(stretched, salt, "netvault 1 passphrase slot")


def secret_of(sheet):
    """The 17 bytes that the words of a recovery sheet stand for."""
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "../../Sources/Sealing/recovery-words.txt")) as file:
        known = file.read().split()
    words = re.findall(r"[a-z]+", sheet.decode("ascii").lower())
    if len(words) != 16 or not all(word in known for word in words):
        raise Refused("these are not the words of a sheet")
    places = [known.index(word) for word in words]
    bits = 0
    for line in range(4):
        *carrying, check = places[4 * line : 4 * line + 4]
        text = b"netvault recovery line" + bytes([line + 1]) + struct.pack(">3H", *carrying)
        (found,) = struct.unpack_from(">H", hashlib.sha256(text).digest())
        if found >> 5 != check:
            raise Refused(f"line {line + 1} of the sheet is not right")
        for place in carrying:
            bits = bits << 11 | place
    return (bits << 4).to_bytes(17, "big")


def unlock(copy, kind, secret):
    vault = copy[24:40]
    for index in range(8):
        slot = copy[40 + 128 * index : 168 + 128 * index]
        if slot[0] != kind:
            continue
        master = unseal(
            slot_key(slot, kind, secret), slot[40:52], slot[52:84], slot[84:100],
            vault + bytes([index]) + slot[:40],
        )
        if master is not None:
            return master
    raise Refused("no slot opens with that")


class Vault:
    def __init__(self, data, kind, secret):
        self.data = data
        copies = [data[i * COPY : (i + 1) * COPY] for i in range(2)]
        copies = sorted(filter(whole, copies), key=lambda c: -struct.unpack_from("<Q", c, 16)[0])
        if not copies:
            raise Refused("no whole header copy")
        master = unlock(copies[0], kind, secret)
        for copy in copies:
            self.id = copy[24:40]
            key = hkdf(master, self.id, "netvault 1 header")
            sealed = unseal(key, copy[1064:1076], copy[1076:8144], copy[8144:8160], copy[:1064])
            if sealed is not None:
                break
        else:
            raise Refused("the header does not authenticate")
        self.page_size = struct.unpack_from("<I", copy, 12)[0]
        self.key = hkdf(master, self.id, "netvault 1 page")
        self.follow(sealed)

    def frame(self, offset):
        """Kind and length of the frame at an offset, or None."""
        if offset + 36 > len(self.data):
            return None
        kind, zeros, n = struct.unpack_from("<B3sI", self.data, offset)
        if zeros != b"\0\0\0" or kind not in (PAGE, COMMIT, MAP):
            return None
        if offset + 36 + n > len(self.data) or (kind == PAGE and n != self.page_size):
            return None
        return kind, n

    def open(self, offset, number):
        """Plaintext and tag of the frame at an offset, or None."""
        found = self.frame(offset)
        if found is None:
            return None
        kind, n = found
        body = self.data[offset + 8 : offset + 36 + n]
        tag = body[12 + n :]
        data = self.id + struct.pack("<BIQ", kind, n, number)
        plain = unseal(self.key, body[:12], body[12 : 12 + n], tag, data)
        return None if plain is None else (plain, tag)

    @staticmethod
    def fits(plain, count):
        """Is that the length of a commit of so many entries, with zeros behind them?"""
        used = 40 + 28 * count
        return used <= len(plain) < used + 4096 and not any(plain[used:])

    def follow(self, sealed):
        end, clean, clean_tag, base, base_tag, map_at, map_sequence, map_tag = struct.unpack_from(
            "<QQ16sQ16sQQ16s", sealed
        )
        if len(self.data) < end:
            raise Refused("cut short")
        self.table, self.pages = {}, 0
        sequence, tag, offset = base, base_tag, LOG
        if map_at:
            found = self.open(map_at, map_sequence)
            if found is None or found[1] != map_tag:
                raise Refused("the map is damaged")
            plain = found[0]
            sequence, tag, self.pages, _ = struct.unpack_from("<Q16sII", plain)
            for page in range(self.pages):
                at, name = struct.unpack_from("<Q16s", plain, 32 + 24 * page)
                if at:
                    self.table[page + 1] = (at, name)
            offset = map_at + 36 + len(plain)
        before, last, last_end = None, None, offset
        while (found := self.frame(offset)) is not None:
            kind, n = found
            if kind == COMMIT:
                opened = self.open(offset, sequence + 1)
                if opened is None:
                    break
                plain, name = opened
                number, previous, _, size, count = struct.unpack_from("<Q16sqII", plain)
                if number != sequence + 1 or previous != tag or not self.fits(plain, count):
                    break
                if number == clean and name != clean_tag:
                    break
                before = (dict(self.table), self.pages)
                sequence, tag = number, name
                self.pages = size
                last = [struct.unpack_from("<IQ16s", plain, 40 + 28 * i) for i in range(count)]
                self.table = {p: e for p, e in self.table.items() if p <= size}
                self.table.update({p: (at, name) for p, at, name in last})
                last_end = offset + 36 + n
            offset += 36 + n
        if sequence < clean:
            raise Refused("the log is damaged")
        if last is not None and sequence > clean:
            if any(self.page(p) is None for p, at, _ in last if at):
                if last_end != len(self.data):
                    raise Refused("the log is damaged")
                self.table, self.pages = before
                sequence -= 1
        self.sequence = sequence

    def page(self, number):
        at, name = self.table.get(number, (0, b""))
        if at == 0:
            return bytes(self.page_size)
        opened = self.open(at, number)
        return opened[0] if opened is not None and opened[1] == name else None


    def database(self):
        """The bytes of the SQLite database."""
        found = bytearray()
        for number in range(1, self.pages + 1):
            page = self.page(number)
            if page is None:
                raise Refused(f"page {number} is damaged")
            found += page
        return bytes(found)


def shown(value):
    """A value on one line: text in quotes, long bytes by their length and SHA-256."""
    if isinstance(value, bytes):
        if len(value) <= 16:
            return f"x'{value.hex()}'"
        return f"{len(value)} bytes {hashlib.sha256(value).hexdigest()}"
    return "-" if value is None else repr(value)


def print_tables(database, out):
    """Every table that holds rows of its own, those of the search index included."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database)
    (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
    print(f"integrity: {sound}", file=out)
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " ORDER BY name"
    ).fetchall()
    for (name,) in tables:
        found = connection.execute(f'SELECT * FROM "{name}"')
        columns = [column[0] for column in found.description]
        rows = sorted(" | ".join(shown(value) for value in row) for row in found)
        print(f"\n{name}: {len(rows)}\n  {' | '.join(columns)}", file=out)
        for row in rows:
            print(f"  {row}", file=out)


def main():
    path, kind, secret_path, *rest = sys.argv[1:]
    with open(path, "rb") as file:
        data = file.read()
    with open(secret_path, "rb") as file:
        secret = file.read()
    if kind == "words":
        kind, secret = "recovery", secret_of(secret)
    vault = Vault(data, {"passphrase": 1, "recovery": 2}[kind], secret)
    if rest:
        with open(rest[0], "wb") as file:
            file.write(vault.database())
        print(vault.sequence)
    else:
        print(f"commit: {vault.sequence}")
        print_tables(vault.database(), sys.stdout)


if __name__ == "__main__":
    try:
        main()
    except Refused as reason:
        sys.exit(f"read_vault: {reason}")
