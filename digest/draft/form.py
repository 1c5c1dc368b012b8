"""Stage: draft, the form of a word. What its beginning and end tell of a word no list knows.

comes in: a folded word
goes out: whether it looks like a verb, somebody's calling, an abstract noun
"""

from digest.draft.lexicon import section

_BODY = 7  # letters of the shortest such name of a body
_BODIES = (
    "dis",
    "bappe",
    "bapen",
    "bapelit",
    "kesbang",
    "bakesbang",
    "kemen",
    "setda",
    "setwan",
    "kanwil",
)
_SHORTEST = 5  # letters of the shortest verb with a prefix: `minta`, `duduk` have none
_CALLING = 6  # letters of the shortest calling: `perajin`, `pegiat`, `pengepul`


def active(word: str) -> bool:
    """Whether a word has the form of a verb whose subject acts: `menyambut`, `berangkat`."""
    return word.startswith(("me", "ber")) and _verbal(word)


def passive(word: str) -> bool:
    """Whether a word has the form of a verb whose agent stands behind it: `dijawab`."""
    return word.startswith("di") and _verbal(word)


def verb(word: str) -> bool:
    """Whether a word has the form of any verb: `menyambut`, `dijawab`, `terpilih`."""
    return word.startswith(("me", "ber", "di", "ter")) and _verbal(word)


def _verbal(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in section("words", "unverbal")


def calling(word: str) -> bool:
    """Whether a word has the form of a person's calling: `perajin`, `pegiat`."""
    return (
        len(word) >= _CALLING
        and word.startswith("pe")
        and not word.endswith(("an", "nya"))
        and word not in section("words", "no-calling")
    )


def abstract(word: str) -> bool:
    """Whether a word has the form of a noun made of a deed or state: `pelantikan`, `keamanan`."""
    return word.startswith(("pe", "ke")) and word.endswith("an")


def reduplicated(word: str) -> bool:
    """Whether a word is said twice as in names of places: `Uji-Uji`."""
    half = word.partition("-")
    return bool(half[1]) and half[0] == half[2]


def bodily(word: str) -> bool:
    """Whether a word has the form of a short name of a government's body: `Disperindagkop`."""
    return len(word) >= _BODY and word.startswith(_BODIES)
