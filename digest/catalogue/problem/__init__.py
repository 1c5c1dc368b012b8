"""What can be wrong with a file, and how to mend it, for someone who has never seen YAML.

In: nothing. Out: `MESSAGES`: for each code `about.CODE` (for the list of codes), `problem.CODE`
(what is wrong here) and `hint.CODE` (what to do), the latter two also as `CODE.VARIANT`.
"""

from typing import Final

from digest.catalogue.problem import date, rule, syntax, value

MESSAGES: Final[dict[str, tuple[str, str]]] = (
    syntax.MESSAGES | value.MESSAGES | date.MESSAGES | rule.MESSAGES
)
