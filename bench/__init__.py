"""Measurements against gold data and against peers; run each from the root with `python -m bench.NAME`."""
