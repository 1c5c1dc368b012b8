"""From bytes to text that shows everything it holds.

In: the bytes of a file, or a text that was written with escapes. Out: text with LF line ends, and
a problem for each run of bytes or characters that cannot be read, printed or seen.
"""

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import Final

from digest.problem import Fault, Problem, Span

# What has no place in a text, by the name of its wording in the catalogue.
_FORBIDDEN: Final = {
    "control": "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029",
    "bidi": "\u202a-\u202e\u2066-\u2069",
    "invisible": "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2060-\u2065\u206a-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a",
    "tag": "\U000e0000-\U000e0fff",
    "surrogate": "\ud800-\udfff",
    "noncharacter": "\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)),
}
_BLANKS: Final = "\u034f\u115f\u1160\u3164\uffa0"  # Python holds these for printable
_RUN = re.compile("|".join(f"(?P<{name}>[{chars}]+)" for name, chars in _FORBIDDEN.items()))
_EMOJI = "[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001fbff]"
# A joiner may stand between two pictures; it is then no longer looked at.
_JOINED = re.compile(f"(?<={_EMOJI})\u200d(?={_EMOJI})|(?<=\ufe0f)\u200d(?={_EMOJI})")
_LINE_END = re.compile(r"\r\n?")
_LIMIT = 100  # problems of this kind told of one file: after that, it is no text
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_SHOWN = 3  # characters named in one message


def decode(path: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file and a problem for each character that must not be in it.

    Such characters come back as U+FFFD, one for one, so that the rest can be read in its place.
    """
    text, problems = _decoded(path, data)
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    if is_clean(text.replace("\n", "")):
        return text, problems
    found = _unprintable(path, text)
    return (_blanked(text), (*problems, *found)) if found else (text, problems)


def is_clean(text: str) -> bool:
    """Tell quickly that a text has nothing to look at; False may yet turn out to be harmless."""
    return text.isprintable() and (text.isascii() or not any(each in text for each in _BLANKS))


def _decoded(path: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    plain = data.removeprefix(b"\xef\xbb\xbf")
    if not plain.startswith(_BOMS) and plain.count(0) * 4 > len(plain):  # UTF-16 without a mark
        return _broken(path, plain, plain.index(0), len(data) - len(plain))
    try:
        return plain.decode(), ()
    except UnicodeDecodeError as error:
        return _broken(path, plain, error.start, len(data) - len(plain))


def _broken(path: str, data: bytes, offset: int, before: int) -> tuple[str, tuple[Problem, ...]]:
    """Tell of bytes that are not UTF-8, and read on as well as one can."""
    variant = "utf16" if data.startswith(_BOMS) or data[offset] == 0 else ""
    values = {"offset": str(before + offset), "byte": f"0x{data[offset]:02X}"}
    if variant:
        return "", (Problem(Span(path, 0), "not-utf8", values, variant=variant),)
    above = _LINE_END.sub("\n", data[:offset].decode())
    line = data[:offset].splitlines(keepends=True)[-1:]  # may end in the middle of a line
    start = offset - len(line[0]) if line and not line[0].endswith((b"\n", b"\r")) else offset
    rest = re.split(rb"[\r\n]", data[start:], maxsplit=1)[0]
    column = len(data[start:offset].decode()) + 1
    guess = rest.decode("cp1252", "replace")
    values["guess"] = guess[max(0, offset - start - 20) : offset - start + 20].strip()
    span = Span(path, above.count("\n") + 1, column, 1, rest.decode(errors="replace"))
    return data.decode(errors="replace"), (Problem(span, "not-utf8", values),)


def _unprintable(path: str, text: str) -> tuple[Problem, ...]:
    runs = list(_RUN.finditer(_unjoined(text)))[:_LIMIT]
    if not runs:
        return ()
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    return tuple(_problem(path, run, lines, starts) for run in runs)


def _problem(path: str, run: re.Match[str], lines: list[str], starts: list[int]) -> Problem:
    line = bisect_right(starts, run.start()) - 1
    column = run.start() - starts[line] + 1
    span = Span(path, line + 1, column, len(run[0]), lines[line])
    fix = "\n" if run[0] in "\u2028\u2029\x85" else ""
    return Problem(span, "bad-character", _values(run[0]), fix=fix, variant=run.lastgroup or "")


def _values(run: str) -> dict[str, str]:
    names = [f"U+{ord(each):04X} {unicodedata.name(each, '')}".rstrip() for each in run[:_SHOWN]]
    return {"names": ", ".join(dict.fromkeys(names)), "count": str(len(run))}


def _unjoined(text: str) -> str:
    return _JOINED.sub("x", text) if "\u200d" in text else text


def _blanked(text: str) -> str:
    """Put U+FFFD for each character that must not be there, joiners of pictures left alone."""
    if "\u200d" not in text:
        return _RUN.sub(lambda run: "\ufffd" * len(run[0]), text)
    chars = list(text)
    for run in _RUN.finditer(_unjoined(text)):
        chars[run.start() : run.end()] = "\ufffd" * len(run[0])
    return "".join(chars)


def check(text: str) -> Fault | None:
    """Say which character must not be in a text that was written with escapes, if any."""
    run = _RUN.search(_unjoined(text))
    return Fault("bad-character", run.lastgroup or "", _values(run[0])) if run else None
