"""Print the figures: python -m bench.casualties [--data DIR] [--sample N]."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.casualties.score import measure


def main() -> None:
    """Measure and print one line a set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="folder with gva/ and gvdb/"
    )
    parser.add_argument("--sample", type=int, help="only the first N documents of the fixed order")
    options = parser.parse_args()
    for row in measure(options.data, options.sample):
        told = "  ".join(f"{name} {value:.3f}" for name, value in row.values.items())
        print(f"{row.name:20} documents {row.documents:5}  {told}")


if __name__ == "__main__":
    main()
