"""Stage: draft, words before a name to whether its bearer signed there. `MoU diteken` *A* `dan B`.

comes in: the folded words of a sentence, who is named in it
goes out: whether they signed something among others, no decree from a desk
"""

from collections.abc import Sequence

from digest.draft.mention import Mention

_SIGNED = frozenset("ditandatangani diteken diparaf ditanda-tangani".split())
_BESIDE = frozenset("oleh langsung bersama".split())
_PAPERS = frozenset(
    "penandatanganan mou moa pks nota nphd perjanjian kerjasama kesepakatan kesepahaman komitmen "
    "pakta prasasti deklarasi ikrar petisi piagam naskah addendum adendum".split()
)
"""What is signed before others."""
_DECREES = frozenset(
    "sk surat keputusan edaran peraturan perda perbup perwali perwako pergub perpres maklumat "
    "instruksi telegram rilis tertanggal nomor".split()
)
_WITH = frozenset("dengan bersama dan serta bareng maupun".split())
_FAR = 16  # words before a signature that tell of the paper
_NEAR = 2  # tokens between who signs and `dengan`


def signed(words: Sequence[str], mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether somebody signed there: a paper of two parties, or beside another."""
    at = mention.start - 1
    while at > 0 and words[at] in _BESIDE:
        at -= 1
    if at < 0 or words[at] not in _SIGNED:
        return False
    before = set(words[max(0, at - _FAR) : at])
    if before & _DECREES:
        return False
    further = any(each.start >= mention.end for each in others)
    beside = further and not _WITH.isdisjoint(words[mention.end : mention.end + _NEAR])
    return beside or not before.isdisjoint(_PAPERS)
