"""Topics: what it was about, as a noun phrase."""

import pytest

from digest.draft.token import sentences
from digest.draft.topic import topics


@pytest.mark.parametrize(
    ("text", "noun", "topic"),
    [
        ("Rapat koordinasi persiapan penertiban alat peraga di aula.", "rapat koordinasi",
         "persiapan penertiban alat peraga"),
        ("Forum mengadakan FGD mengenai strategi pengendalian inflasi di hotel.", "fgd",
         "strategi pengendalian inflasi"),
        ("Dialog dengan tema “Kesiapan Polri Menyambut Natal” digelar.", "dialog",
         "Kesiapan Polri Menyambut Natal"),
    ],
)  # fmt: skip
def test_the_lead_tells_the_topic(text: str, noun: str, topic: str) -> None:
    """The theme, or what stands behind the event's noun, is the topic."""
    assert topics(text, sentences(text, [(0, len(text))]), (), noun) == [topic]


def test_the_headline_is_the_last_resort() -> None:
    """An article that says nothing of its topic still has a headline."""
    title = "Kapolres Kumpulkan Tokoh, Bahas Ketenangan Menjelang Pilkada"
    rows = sentences(title, [(0, len(title))])
    assert topics(title, (), rows, "") == ["Bahas Ketenangan Menjelang Pilkada"]
