"""The API's description as JSON on standard output, without a server or a record: `python -m dateline.api.openapi`."""

from __future__ import annotations

import json
import sys

from dateline.api.application import described


def main() -> None:
    """Print it."""
    json.dump(described().openapi(), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
