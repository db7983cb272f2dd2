"""Property-based tests search anew at every run by hand; under CI they repeat the same examples, so that one commit
gives one verdict."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
