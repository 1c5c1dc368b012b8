"""`python -m digest`."""

import signal
import sys

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    # Until the command has begun there is nothing to tidy up: it ends without a word.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from digest.cli import main

sys.exit(main())
