"""Offices regained: whose they are, once it is known which words are names."""

import pytest
from msgspec.structs import replace

from digest.draft.mention import Mention
from digest.draft.regain import regained
from digest.draft.token import Odds, Sentence, sentences

SURE, NEVER = Odds(0.99, 0), Odds(0, 0)


def sentence(text: str, *names: str) -> Sentence:
    """Return a sentence of which the field takes the words of `names` for names."""
    (row,) = sentences(text, [(0, len(text))])
    known = {word for name in names for word in name.split()}
    return replace(row, odds=tuple(SURE if t.text in known else NEVER for t in row.tokens))


def mention(row: Sentence, name: str = "", office: str = "", title: str = "") -> Mention:
    """Return what rules may have found: an office alone or a name."""
    words = [token.text for token in row.tokens]
    head = (title or name or office).split()
    start = words.index(head[0])
    begin = start + len(title.split())
    end = begin + len((name or office).split())
    span = (begin, end) if name else (end, end)
    return Mention(
        0, start, end, span, name, title or None, office or None, head=office.lower()[:5].strip()
    )


@pytest.mark.parametrize(
    ("text", "office", "title", "whole"),
    [
        ("Rektor Universitas Contoh (Unicon) Budi Misal datang.", "Rektor Universitas Contoh", "",
         "Rektor Universitas Contoh (Unicon)"),
        ("Kasubag Protokol dan Kehumasan, Budi Misal, datang.", "Kasubag Protokol", "",
         "Kasubag Protokol dan Kehumasan"),
        ("Kapolsek Contoh (Conto), Ipda Budi Misal, datang.", "Kapolsek Contoh", "Ipda",
         "Kapolsek Contoh (Conto)"),
        ("Sesudah Budi Misal, Ketua Lentera Contoh, meminta waktu.", "Ketua", "",
         "Ketua Lentera Contoh"),
        ("Datang Budi Misal A.Md. Im., S.H. (Kepala Seksi Contoh) dari kota.", "Kepala Seksi", "",
         "Kepala Seksi Contoh"),
    ],
)  # fmt: skip
def test_an_office_goes_on_to_its_bearer(text: str, office: str, title: str, whole: str) -> None:
    """Over capitals of which the field says that they are no name."""
    row = sentence(text, "Budi Misal")
    both = [mention(row, office=office), mention(row, "Budi Misal", title=title)]
    both.sort(key=lambda each: each.start)
    (found,) = regained(both, text, [row])
    assert (found.name_text, found.position) == ("Budi Misal", whole)


@pytest.mark.parametrize(
    "text",
    [
        "Hadir Kapolsek Contoh dan Budi Misal.",
        "Hadir Kapolsek Contoh, Budi Misal dan warga.",
        "Hadir Kapolsek Contoh yang baru, Budi Misal.",
        "Hadir (mewakili Kapolsek Contoh), Budi Misal.",
        "Budi Misal, Kapolsek Contoh, Lurah Umpama, dan warga datang.",
    ],
)
def test_an_office_that_stands_for_itself_is_left_alone(text: str) -> None:
    """Behind `dan`, in a list, in brackets of its own."""
    row = sentence(text, "Budi Misal")
    both = [mention(row, office="Kapolsek Contoh"), mention(row, "Budi Misal")]
    both.sort(key=lambda each: each.start)
    assert regained(both, text, [row]) == both
