"""From bytes to text: the encoding is the byte order mark's, the declared one, UTF-8, or the likeliest other.

In: bytes, and the character set that a header or a page declares. Out: text with line feeds as line ends.
Text in the wrong encoding reads badly in a way that nobody notices later, so that a guess has to be a good one.
"""

from __future__ import annotations

import codecs
import re

from dateline.errors import UnsupportedSource

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks (Unicode Standard, section 23.8); UTF-32's little-endian one starts like UTF-16's."""

CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
WINDOWS_LETTERS = re.compile("[\x80-\x9fÀ-ÖØ-öø-ÿ‘’“”–—…€•™°£§«»¡¿]")
GUESS_BYTES = 200_000


def decode(data: bytes, origin: str, declared: str = "") -> str:
    """The text of the bytes. Raises UnsupportedSource when no encoding fits."""
    for encoding in _candidates(data, declared):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise UnsupportedSource(origin, "its character encoding can't be told", "save it as UTF-8")


def looks_binary(head: bytes) -> bool:
    """Whether the first bytes are no text in any encoding: control characters that no text has."""
    if any(head.startswith(mark) for mark, _ in MARKS) or _unmarked_utf16(head):
        return False
    return len(CONTROL.findall(head.decode("latin-1"))) > len(head) // 100


def _candidates(data: bytes, declared: str) -> list[str]:
    marked = next((name for mark, name in MARKS if data.startswith(mark)), "")
    if marked:
        return [marked, "utf-8"]
    if wide := _unmarked_utf16(data):
        return [wide]
    found = [name for name in (_known(declared), "utf-8") if name]
    return found if _fits(data, found) else [*found, *_likeliest(data)]


def _fits(data: bytes, encodings: list[str]) -> bool:
    for encoding in encodings:
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False


def _known(name: str) -> str:
    """The codec of a declared character set, "" when there is none; "latin-1" means Windows-1252, as the WHATWG
    Encoding Standard has it, because pages say the one and are the other."""
    try:
        codec = codecs.lookup(name.strip().strip("\"'"))
        "".encode(codec.name)
    except (LookupError, ValueError):
        return ""
    return "cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without its mark: nearly every second byte of Western text is zero."""
    sample = data[:2000]
    half = len(sample) // 2
    if half < 2:
        return ""
    low, high = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if high > 0.7 and low < 0.1:
        return "utf-16-le"
    return "utf-16-be" if low > 0.7 and high < 0.1 else ""


def _likeliest(data: bytes) -> list[str]:
    """Windows-1252 where its reading holds only what Western text holds, else the statistical guess.

    Statistics over the few special characters of an English article mistake curly quotes for Central European
    letters, so that the plain check comes first.
    """
    western = data.decode("cp1252", errors="replace")
    special = [letter for letter in western if letter > "\x7f"]
    fitting = sum(1 for letter in special if WINDOWS_LETTERS.match(letter))
    if len(special) < len(western) * 0.1 and fitting == len(special):
        return ["cp1252"]
    from charset_normalizer import from_bytes

    best = from_bytes(data[:GUESS_BYTES]).best()
    return [best.encoding] if best else []
