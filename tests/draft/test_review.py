"""Mentions weighed: what is dropped, kept, mended, believed, with odds made up for it."""

import pytest
from msgspec.structs import replace

from digest.draft.mention import Mention
from digest.draft.review import weighed
from digest.draft.token import Odds, sentences

ODDS = {
    "B": Odds(0.99, 0),
    "I": Odds(0, 0.99),
    "?": Odds(0.5, 0.2),
    "~": Odds(0.1, 0.1),
    "-": Odds(0, 0),
}


def mention(text: str, name: str, title: str = "", office: str = "", at: int = 0) -> Mention:
    """Return what rules may have found in sentence `at` of `text`, the office in front."""
    row = sentences(text, [(0, len(text))])[at]
    words = [token.text for token in row.tokens]
    start = words.index(name.split(maxsplit=1)[0])
    end = start + len(name.split())
    before = start - len(title.split()) - len(office.split())
    return Mention(at, before, end, (start, end), name, title or None, office or None)


def review(text: str, odds: str, *mentions: Mention) -> list[Mention]:
    """Weigh `mentions` with the odds of each token, a letter each, a blank between sentences."""
    rows = sentences(text, [(0, len(text))])
    said = [tuple(ODDS[letter] for letter in row) for row in odds.split()]
    assert [len(row) for row in said] == [len(row.tokens) for row in rows]
    rated = [replace(row, odds=own) for row, own in zip(rows, said, strict=True)]
    return weighed(mentions, text, rated)


def test_an_office_before_nothing_but_parts_of_names_tells_a_person() -> None:
    """The field takes the last word for another office."""
    text = "Camat Maje, Lukman Hakim, hadir."
    held = Mention(0, 0, 5, (3, 5), "Lukman Hakim", position="Camat Maje")
    assert review(text, "--------", held) == [held]


def test_where_the_field_sees_nobody_only_the_office_stays() -> None:
    """A village that was taken for a name leaves its head without one; a bare name goes."""
    text = "Kepala Desa Contohrejo hadir."
    (office,) = review(text, "-----", mention(text, "Contohrejo", office="Kepala Desa"))
    assert (office.name_text, office.position, office.name) == ("", "Kepala Desa", (2, 2))
    assert review(text, "-----", mention(text, "Contohrejo")) == []


def test_doubt_alone_drops_nobody() -> None:
    """The rules know offices and commas; only what is surely none goes."""
    text = "Kepala Desa Wiratmoko hadir."
    found = mention(text, "Wiratmoko", office="Kepala Desa")
    assert review(text, "--?--", found) == [found]


def test_whoever_has_a_rank_stays() -> None:
    """Nothing but a name stands behind a rank."""
    text = "AKBP Wiratmoko hadir."
    found = mention(text, "Wiratmoko", "AKBP")
    assert review(text, "----", found) == [found]


def test_one_place_where_it_is_a_name_is_enough() -> None:
    """The same name stays wherever it stands."""
    text = "Budi Contoh hadir. Lalu Contoh pulang."
    both = (mention(text, "Budi Contoh"), mention(text, "Contoh", at=1))
    assert review(text, "BI-- ----", *both) == list(both)
    assert review(text, "---- ----", *both) == []


@pytest.mark.parametrize(
    ("text", "odds", "found", "wanted"),
    [
        ("Bupati Sri Wahyu Belalang hadir.", "-BII--", "Sri Wahyu", "Sri Wahyu Belalang"),
        ("Bupati Sri Wahyu Belalang hadir.", "-BII--", "Wahyu Belalang", "Sri Wahyu Belalang"),
        ("Bupati Sri Wahyu Belalang hadir.", "-BI---", "Sri Wahyu Belalang", "Sri Wahyu Belalang"),
        ("Bupati Sri Wahyu Belalang hadir.", "-?I---", "Sri Wahyu Belalang", "Sri Wahyu Belalang"),
        ("Bupati Sri Wahyu Belalang hadir.", "-B?I--", "Sri", "Sri"),
        ("Bupati Haji Wahyu Belalang hadir.", "-BII--", "Wahyu Belalang", "Wahyu Belalang"),
    ],
    ids=("right", "left", "nothing given up", "unsure", "gap", "no title"),
)
def test_borders_of_which_the_field_is_sure_count(
    text: str, odds: str, found: str, wanted: str
) -> None:
    """A name grows by what surely belongs to it, and gives up nothing."""
    (mended,) = review(text, odds, mention(text, found))
    assert mended.name_text == wanted
    assert " ".join(text.split()[slice(*mended.name)]) == wanted
    assert mended.end == mended.name[1]


def test_an_office_gives_up_what_begins_the_name() -> None:
    """`Raja` is a name in front of one."""
    text = "Ketua Panitia Raja Kholid hadir."
    (mended,) = review(text, "--BI--", mention(text, "Kholid", office="Ketua Panitia Raja"))
    assert (mended.name_text, mended.position) == ("Raja Kholid", "Ketua Panitia")


@pytest.mark.parametrize(
    ("name", "odds", "believed"),
    [
        ("Supriyadi", "--B---", "believed"),
        ("Supriyadi", "--?---", "believed"),
        ("Supriyadi", "--~---", "doubted"),
        ("Wulodewa", "--B---", "believed"),
        ("Wulodewa", "--?---", "doubted"),
        ("Supriyadi Wulodewa", "--??---", "believed"),
        ("Wulodewa Lokaria", "--BI---", "doubted"),
    ],
)
def test_whom_nothing_announces_is_believed_as_far_as_the_field_tells(
    name: str, odds: str, believed: str
) -> None:
    """What may be somebody is, of known parts; one unknown word only if the field is sure."""
    text = f"Hadir, {name} dari desa."
    size = len(name.split())
    bare = Mention(0, 2, 2 + size, (2, 2 + size), name, anchored=False)
    (found,) = review(text, odds, bare)
    assert found.anchored == (believed == "believed")


def test_an_office_without_a_name_is_left_alone() -> None:
    """Nothing of it is the field's to judge."""
    text = "Camat Uji hadir."
    office = Mention(0, 0, 2, (2, 2), position="Camat Uji")
    assert review(text, "----", office) == [office]
