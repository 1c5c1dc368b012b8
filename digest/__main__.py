"""The command `digest`, and `python -m digest`.

Importing this costs next to nothing, so that an interrupt finds us prepared from the very start.
"""

import os
import sys

# What `signal` wraps in enums, which take longer to load than all else before the handler stands.
from _signal import SIGINT, default_int_handler, getsignal, signal

_KEYBOARD = getsignal(SIGINT) is default_int_handler


def _ended(number: int, _frame: object) -> None:
    """End without a word: until the command has begun there is nothing to tidy up."""
    os._exit(128 + number)


if _KEYBOARD:
    signal(SIGINT, _ended)


def run() -> int:
    """Load the command line and run it; return its exit status."""
    from digest import cli  # noqa: PLC0415 -- an interrupt meanwhile is no mistake of the program

    try:
        if _KEYBOARD:
            signal(SIGINT, default_int_handler)
        return cli.main()
    except KeyboardInterrupt:
        return cli.INTERRUPTED + int(SIGINT)


if __name__ == "__main__":
    sys.exit(run())
