"""What the server imports that workers are forked from: all that extracting needs, with the model in memory.

`multiprocessing` imports it by name, so that only the environment can say which model it is. An article is read, so
that word lists and patterns that wait for their first use are shared as well. What is loaded here stays where it is:
were the garbage collector to go through it, every worker would soon have a copy of its own.
"""

import gc
import os
import signal

from tasks.extractors.model import DEFAULT_MODEL, SMALL_MODEL, reading_with
from tasks.resolvers.findings import NOTHING_HELD
from tasks.work import extraction, preloading
from tasks.work.agreement import SAMPLE
from tasks.work.garbage import collect_seldom

at_interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches it too, and whoever started it ends it
with reading_with(SMALL_MODEL if os.environ[preloading.VARIABLE] == SMALL_MODEL else DEFAULT_MODEL):
    extraction.extract_each([SAMPLE], held=NOTHING_HELD)
gc.collect()
gc.freeze()
collect_seldom()
signal.signal(signal.SIGINT, at_interrupt)
