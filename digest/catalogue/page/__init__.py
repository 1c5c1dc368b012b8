"""The words of pages.

In: nothing. Out: `MESSAGES`, key to Indonesian and English words.
"""

from typing import Final

from digest.catalogue.page import entry, frame, listing, single

MESSAGES: Final[dict[str, tuple[str, str]]] = (
    frame.MESSAGES | entry.MESSAGES | listing.MESSAGES | single.MESSAGES
)
