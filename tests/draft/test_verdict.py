"""Report or not: what a text is judged by, and what its words weigh."""

from collections.abc import Mapping

from digest.draft import verdict
from digest.draft.lexicon import section
from digest.draft.token import sentences
from digest.draft.verdict import features, odds

SIGNS = {"dated": 0.5, "placed": 0.0}


def said(title: str, text: str, signs: Mapping[str, float] = SIGNS) -> dict[str, float]:
    rows = sentences(text, [(0, len(text))])
    return features(signs, sentences(title, [(0, len(title))]), rows)


def test_words_count_where_they_stand() -> None:
    """A word of the headline is another sign than the same word below it."""
    found = said("Rapat Desa", "Warga berkumpul di balai.")
    assert {"headline rapat", "word berkumpul", "lead berkumpul", "sign dated"} <= set(found)
    assert "sign placed" not in found


def test_names_and_quotations_are_not_the_texts_own_words() -> None:
    """Who was there and what they said tells little of what kind of text it is."""
    found = said("", "Camat Budi Contoh datang. “Harga naik,” katanya (3/2).")
    assert not {"word budi", "word camat", "word harga"} & set(found)
    assert {"word katanya", "word (", "word 0"} <= set(found)


def test_a_long_text_says_no_more_than_a_short_one() -> None:
    """All words together have one share, so that length decides nothing."""
    short = said("", "warga berkumpul di balai")
    long = said("", " ".join(f"kata{chr(97 + at % 26)}{chr(97 + at // 26)}" for at in range(300)))
    assert short["word warga"] > long["word kataaa"]
    assert sum(long.values()) < 2 * 80


def test_what_the_lists_say_counts_against() -> None:
    """Weights are added up; words of crime or sport take away from them."""
    weights = {"word hadir": 1.0, "word konon": -2.0}
    assert odds({"word hadir": 0.5, "word rapat": 1.0}, 0.0, weights) == 0.5
    assert odds({"word hadir": 0.5, "word konon": 0.5}, 0.0, weights) == -0.5
    assert odds({}, 10.0, weights) < odds({}, 1.0, weights) < 0


def test_the_shipped_weights_tell_a_report_from_a_profile() -> None:
    """The words of a visit speak for an event, those of a life against one."""
    report = "Kegiatan dipimpin camat dan diikuti para warga. Rombongan disambut, ujarnya."
    profile = "Konon sebuah perahu pernah dibuat sekitar seabad lalu, dan selalu dipakai."
    assert odds(said("", report), 0.0) > 0 > odds(said("", profile), 0.0)
    assert set(section(verdict.LEXICON, "sign")) >= {"dated", "placed", "named", verdict.ALWAYS}
