"""Dateline reads reporting about attacks and keeps a sourced incident record."""

import os

# numpy's matrix products here are small: more threads only spin and wait (measured: six times the processor time on a
# busy machine), and the engine already runs one process on each core. It must stand before numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
