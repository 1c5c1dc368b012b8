"""Societies: where the name of a body that others have too ends, and its head's begins."""

import pytest

from digest.draft.bearer import Bearer
from digest.draft.place import Places
from digest.draft.position import position_at
from digest.draft.token import sentences
from digest.regency import load

PLACES = Places(load())


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("Ketua Kelompok Tani Rukun Santosa", "Wagiyono"),
        ("Ketua Kelompok Nelayan Bahari Jaya", "Abdul Rasyid"),
        ("Ketua Kelompok Tani Mattirodeceng", "Andi Pallawa"),
        ("Ketua Gapoktan", "Slamet Riyadi"),
        ("Ketua Yayasan Nurul Iman", "Habibullah"),
        ("Ketua Yayasan Pendidikan Bina Insani", "Ruslan Manurung"),
        ("Ketua Takmir Masjid Al Ikhlas", "Suyatno"),
        ("Kepala TK Pertiwi", "Sri Utami"),
        ("Direktur PT BUM", "Budi Contoh Hartono"),
        ("Pembina Sanggar Seni Puspa Sari", "Ni Luh Ayu"),
        ("Ketua Koperasi Mina Sejahtera", "La Ode Hasan"),
        ("Ketua Karang Taruna Pusat", "Dedi Contoh"),
        ("Ketua Keluarga Alumni Gajah Mada (KAGAMA) Kendal", "Surono Wirjo"),
        ("Ketua Himpunan Keluarga Toraja (HIKAT) Berau", "Yohanis Pasulu"),
        ("Ketua PKK Provinsi", "Nani Marwan"),
        ("Ketua KONI Kabupaten", "Herman Felani"),
    ],
)
def test_a_body_ends_where_its_head_begins(office: str, name: str) -> None:
    """What such names are made of is the body's, what people are called is the bearer's."""
    text = f"{office} {name} memberi sambutan."
    row = sentences(text, [(0, len(text))])[0]
    position = position_at(row, 0, PLACES)
    assert position is not None
    end = Bearer(PLACES).widen(row, position).end
    assert text[: row.tokens[end - 1].end] == office


def test_initials_in_brackets_are_no_body() -> None:
    """`Bupati Kendal Budi Contoh (Budi)` names a person."""
    text = "Bupati Kendal Budi Contoh (Budi) hadir."
    row = sentences(text, [(0, len(text))])[0]
    position = position_at(row, 0, PLACES)
    assert position is not None
    assert position.end == len("Bupati Kendal".split())


def test_a_rank_in_brackets_is_no_body() -> None:
    """`Marsekal TNI (Purn)` is a title, wherever its office begins with the same letter."""
    text = "Menko Polhukam RI Marsekal TNI (Purn) Budi Contoh hadir."
    row = sentences(text, [(0, len(text))])[0]
    position = position_at(row, 0, PLACES)
    assert position is not None
    assert text[: row.tokens[position.end - 1].end] == "Menko Polhukam RI"
