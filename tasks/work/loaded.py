"""What the server imports that workers are forked from: all that extracting needs, with the model in memory.

`multiprocessing` imports it by name, so that only the environment can say which model it is. What is loaded here stays
where it is: were the garbage collector to go through it, every worker would soon have a copy of its own.
"""

import gc
import os

from tasks.extractors.model import DEFAULT_MODEL, SMALL_MODEL, load
from tasks.work import extraction, preloading
from tasks.work.garbage import collect_seldom

__all__ = ["extraction"]

load(SMALL_MODEL if os.environ[preloading.VARIABLE] == SMALL_MODEL else DEFAULT_MODEL)
gc.collect()
gc.freeze()
collect_seldom()
