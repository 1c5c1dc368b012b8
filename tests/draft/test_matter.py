"""Matters: what a text speaks of most, and which election it is about."""

import pytest

from digest.draft.matter import Matters, matter, meant, occasion, tells, weighed
from digest.draft.token import sentences


def read(title: str, text: str) -> Matters:
    heads = sentences(title, [(0, len(title))])
    return weighed(sentences(text, [(0, len(text))]), heads)


@pytest.mark.parametrize(
    ("title", "text", "topic"),
    [
        ("Warga Bicarakan Stunting", "Camat bicara soal stunting.", "stunting"),
        ("Warga Berkumpul", "Warga bicara soal penanganan banjir.",
         "penanganan banjir"),
        ("Dua Warga Berdamai", "Mereka berdamai soal sengketa batas kebun.",
         "sengketa batas kebun"),
        ("Warga Berkumpul", "Dinas Pariwisata Uji hadir.", ""),
    ],
)  # fmt: skip
def test_the_heaviest_matter_is_the_topic(title: str, text: str, topic: str) -> None:
    """With the deed before it and what a quarrel is about; a body's name is none."""
    assert matter(read(title, text)) == topic


def test_an_election_goes_with_its_matter() -> None:
    """Its year too, and whether it is to come or over."""
    found = read("Polisi Jaga Netralitas ASN", "Jelang Pilkada 2024, netralitas ASN dibahas.")
    assert occasion("netralitas ASN", found) == "netralitas ASN menjelang Pilkada 2024"
    assert occasion("logistik Pilkada", found) == "logistik Pilkada"
    assert tells("soal netralitas ASN", found)
    assert not tells("soal banjir", found)


def test_some_names_tell_what_it_was_about() -> None:
    """`Jumat Curhat` is about complaints, mediation about a quarrel."""
    found = read("Jumat Curhat di Uji", "Warga mengeluhkan banjir, lalu banjir lagi.")
    assert meant("jumat curhat", found) == "keluhan warga tentang banjir dalam Jumat Curhat"
    assert meant("rapat", found) == ""
