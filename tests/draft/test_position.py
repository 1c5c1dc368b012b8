"""Offices: where their words end, and what they belong to."""

import pytest

from digest.draft.organisation import organisation
from digest.draft.place import Places
from digest.draft.position import position_at
from digest.draft.token import sentences
from digest.regency import load

PLACES = Places(load())


@pytest.mark.parametrize(
    ("text", "office", "body"),
    [
        ("Kapolres Kaur AKBP Budi", "Kapolres Kaur", "Polres Kaur"),
        ("Wakil Kepala Polres (Wakapolres) Indramayu Kompol Amin",
         "Wakil Kepala Polres (Wakapolres) Indramayu", "Polres Indramayu"),
        ("Ketua Badan Pengawas Pemilu (Bawaslu) Kabupaten Kaur Ahmad",
         "Ketua Badan Pengawas Pemilu (Bawaslu) Kabupaten Kaur",
         "Badan Pengawas Pemilu (Bawaslu) Kabupaten Kaur"),
        ("Kepala Dinas Kependudukan dan Pencatatan Sipil Kab Kaur Drs Amin",
         "Kepala Dinas Kependudukan dan Pencatatan Sipil Kab Kaur",
         "Dinas Kependudukan dan Pencatatan Sipil Kab Kaur"),
        ("Koordinator Divisi Hukum, Pencegahan, Partisipasi Masyarakat dan Humas Bawaslu Kaur Budi",
         "Koordinator Divisi Hukum, Pencegahan, Partisipasi Masyarakat dan Humas Bawaslu Kaur",
         "Bawaslu Kaur"),
        ("Penjabat (Pj) Gubernur Sumatera Utara Amin", "Penjabat (Pj) Gubernur Sumatera Utara",
         "Pemerintah Provinsi Sumatera Utara"),
        ("Kasi Humas Polres Kaur Iptu Amin", "Kasi Humas Polres Kaur", "Polres Kaur"),
        ("Kepala Dinas Tenaga Kerja dan Transmigrasi (Disnakertrans) Provinsi Riau, Dr. Amin",
         "Kepala Dinas Tenaga Kerja dan Transmigrasi (Disnakertrans) Provinsi Riau",
         "Dinas Tenaga Kerja dan Transmigrasi (Disnakertrans) Provinsi Riau"),
        ("Kepala Dinas Koperasi, Perdagangan dan Usaha Kecil Menengah (Diskop UKM) Kab. Kaur Amin",
         "Kepala Dinas Koperasi, Perdagangan dan Usaha Kecil Menengah (Diskop UKM) Kab. Kaur",
         "Dinas Koperasi, Perdagangan dan Usaha Kecil Menengah (Diskop UKM) Kab. Kaur"),
        ("Kabid Rehabilitasi dan Rekonstruksi BPBD Kaur Amin",
         "Kabid Rehabilitasi dan Rekonstruksi BPBD Kaur", "BPBD Kaur"),
        ("Koordinator Divisi SDM, Organisasi dan Diklat Bawaslu Kab. Kaur Amin",
         "Koordinator Divisi SDM, Organisasi dan Diklat Bawaslu Kab. Kaur", "Bawaslu Kab. Kaur"),
        ("Ketua Dekab Sigi, Amin", "Ketua Dekab Sigi", "Dekab Sigi"),
        ("Kaur Mitra Pen Bidhumas Polda Riau, Kompol", "Kaur Mitra Pen Bidhumas Polda Riau",
         "Polda Riau"),
        ("Menpan RB Amin", "Menpan RB", "Kementerian PANRB"),
        ("Dandim 1006/Banjar, Kapolres", "Dandim 1006/Banjar", "Kodim 1006/Banjar"),
        ("Panglima Kodam XVII/Cenderawasih Mayjen", "Panglima Kodam XVII/Cenderawasih",
         "Kodam XVII/Cenderawasih"),
        ("Danramil 02 Nglames Kapten", "Danramil 02 Nglames", "Koramil 02 Nglames"),
        ("Karobinopsnal Baharkam Polri Brigjen", "Karobinopsnal Baharkam Polri", "Polri"),
        ("Kadispora Kaur Budi", "Kadispora Kaur", "Dispora Kaur"),
        ("Camat Jiwan Budi", "Camat Jiwan", "Kecamatan Jiwan"),
        ("tokoh agama Katolik", "tokoh agama Katolik", None),
        ("Kepala Dinas Kominfo, Budi", "Kepala Dinas Kominfo", "Dinas Kominfo"),
        ("Kadishub Kaur Budi", "Kadishub Kaur", "Dishub Kaur"),
        ("Uskup Agung Kupang Mgr.", "Uskup Agung Kupang", "Keuskupan Agung Kupang"),
        ("Staf Ahli Gubernur Riau Budi", "Staf Ahli Gubernur Riau", "Pemerintah Provinsi Riau"),
        ("Menteri Pertanian RI Budi", "Menteri Pertanian RI", "Kementerian Pertanian RI"),
        ("Wamenag Budi", "Wamenag", "Kementerian Agama"),
        ("Ketua FKMT Sambas KH Budi", "Ketua FKMT Sambas", "FKMT Sambas"),
        ("Koordinator Divisi Hukum, Budi", "Koordinator Divisi Hukum", None),
        ("Mantan Bupati Kaur Budi", "Mantan Bupati Kaur", None),
        ("Kabintalrem 032/Wirabraja Mayor Inf Budi", "Kabintalrem 032/Wirabraja",
         "Korem 032/Wirabraja"),
        ("KBO Sat Reskrim Iptu Budi", "KBO Sat Reskrim", "Sat Reskrim"),
        ("Karutan Kelas IIB Wates, Budi", "Karutan Kelas IIB Wates", "Rutan Kelas IIB Wates"),
        ("Komandan Pangkalan TNI AL (Danlanal) Kaur Budi",
         "Komandan Pangkalan TNI AL (Danlanal) Kaur", "Lanal Kaur"),
        ("Wakil Ketua 2 Bidang Zakat, Budi", "Wakil Ketua 2 Bidang Zakat", None),
        ("Ketua KPU Banjar Budi", "Ketua KPU Banjar", "KPU Banjar"),
        ("pendiri pesantren", "pendiri pesantren", None),
        ("Wadanlantamal V Kolonel", "Wadanlantamal V", "Lantamal V"),
        ("Kaskogartap III/Surabaya Brigjen", "Kaskogartap III/Surabaya", "Kogartap III/Surabaya"),
        ("Dankodiklat Mayjen", "Dankodiklat", "Kodiklat"),
        ("Ka. UPT Puskesmas Kaur, Budi", "Ka. UPT Puskesmas Kaur", "Puskesmas Kaur"),
        ("Danki A Yonif 743/PSY Kapten Inf Budi", "Danki A Yonif 743/PSY", "Yonif 743/PSY"),
        ("Dandenpom IX/1 Kupang Letkol", "Dandenpom IX/1 Kupang", "Denpom IX/1 Kupang"),
        ("Bupati Kabupaten Kaur, Budi", "Bupati Kabupaten Kaur", "Pemerintah Kabupaten Kaur"),
    ],
)  # fmt: skip
def test_an_office_ends_before_its_bearer(text: str, office: str, body: str | None) -> None:
    """The editor gets the whole office, the name apart, and the body it belongs to."""
    sentence = sentences(text, [(0, len(text))])[0]
    position = position_at(sentence, 0, PLACES)
    assert position is not None
    words = sentence.tokens[position.start : position.end]
    written = text[words[0].start : words[-1].end]
    assert written == office
    assert organisation(written, position) == body


def test_a_former_office_is_marked() -> None:
    """A `mantan` bupati is not the bupati."""
    sentence = sentences("Mantan Bupati Kaur Budi", [(0, 23)])[0]
    position = position_at(sentence, 0, PLACES)
    assert position is not None
    assert position.former


def test_small_letters_announce_only_common_nouns() -> None:
    """`kepala` in `kepala dingin` is no office."""
    text = "inspektur mengisi acara"
    assert position_at(sentences(text, [(0, len(text))])[0], 0, PLACES) is None


@pytest.mark.parametrize(
    "text",
    [
        "Kemudian AKP Budi Contoh tiba",
        "Desa Maje Iptu Budi Contoh",
        "Budi Contoh Amin Iptu Uji Misal",
    ],
)
def test_not_all_before_a_rank_is_an_office(text: str) -> None:
    """Small words, places and names before a rank are none."""
    assert position_at(sentences(text, [(0, len(text))])[0], 0, PLACES) is None
