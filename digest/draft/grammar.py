"""Stage: draft, reference. Small words and marks, by what they do beside names and in clauses.

comes in: `data/grammar.txt`, the months and weekdays of `data/calendar.txt`
goes out: sets of folded words; whether what stands between two names lists them
"""

from collections.abc import Sequence
from typing import Final

from digest.draft.lexicon import section

CLAUSE_END: Final = frozenset(".;:!?")
"""Marks that end a clause."""
JOINTS: Final = frozenset({",", *section("grammar", "joint")})
"""Between two who are listed side by side: `,` `dan`."""
WITH: Final = frozenset(section("grammar", "with"))
"""Before who came along: `bersama`."""
NAMELY: Final = frozenset(section("grammar", "namely"))
"""Before who is meant: `yakni`, `adalah`."""
AS: Final = frozenset(section("grammar", "as"))
"""Before an office that somebody has or takes up: `selaku`."""
TAKE: Final = frozenset(section("grammar", "take"))
"""Before one of the `POSTS` that somebody takes up: `menduduki`."""
POSTS: Final = frozenset(section("grammar", "post"))
"""What an office is called: `kursi`, `jabatan`."""
THIS: Final = frozenset(section("grammar", "this"))
"""Behind a noun that was named before: `itu`."""
NOT: Final = frozenset(section("grammar", "not"))
"""Denies what follows: `tidak`."""
LATE: Final = frozenset(section("grammar", "late"))
"""Before the name of one who lives no longer: `almarhum`."""
SIDES: Final = frozenset(section("grammar", "side"))
"""Before those whom somebody speaks or came for: `unsur`."""
HOMES: Final = frozenset(section("grammar", "home"))
"""Houses of people: `kediaman`."""
FIRMS: Final = frozenset(section("grammar", "firm"))
"""Forms of firms, before their names: `PT`."""
POSTED: Final = frozenset(section("grammar", "posted"))
"""Offices of a village whose holder a station sends: `babinsa`."""
ROMAN: Final = frozenset(section("grammar", "roman"))
"""Small Roman numbers."""
TIMES: Final = frozenset({*section("calendar", "weekday"), *section("calendar", "month")})
"""Weekdays and months."""


def joins(between: Sequence[str]) -> bool:
    """Whether the words between two names list them side by side: `dan`, `,` `serta`."""
    one = between[1:] if len(between) > 1 and between[0] == "," else between
    return len(one) == 1 and one[0] in JOINTS
