"""How fast the intake reads pages, and what an index of many documents holds in memory.

python bench/intake/speed.py [PAGES] [DOCUMENTS]
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from dateline.intake import DuplicateIndex, Signature, read_sources
from dateline.model.document import Document

WORDS = "the a of in on at after police army said that two three rockets drone attack village road wounded killed north".split()


def article(seed: int, words: int = 450) -> str:
    draw = random.Random(seed)
    return "\n\n".join(
        " ".join(
            draw.choice(WORDS) + (str(draw.randrange(900)) if n % 7 == 0 else "") for n in range(words // 9)
        )
        + "."
        for _ in range(9)
    )


def page(seed: int) -> str:
    body = "".join(f"<p>{each}</p>" for each in article(seed).split("\n\n"))
    menu = "".join(f"<li><a href=/{n}>Part {n}</a></li>" for n in range(40))
    return f"<html><head><title>Article number {seed} | Harbour</title></head><body><ul>{menu}</ul><h1>Article number {seed}</h1>{body}</body></html>"


def main(pages: int, documents: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number in range(pages):
            (Path(folder) / f"{number:06}.html").write_text(page(number))
        start = time.perf_counter()
        read = sum(isinstance(each, Document) for each in read_sources([folder]))
        seconds = time.perf_counter() - start
    print(f"{read} pages of 450 words in {seconds:.1f} s: {read / seconds:.0f} a second")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    index = DuplicateIndex()
    start = time.perf_counter()
    for number in range(documents):
        index.add_signature(str(number), Signature.of(article(number)))
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{documents} documents indexed: {documents / seconds:.0f} a second, {(after - before) / documents:.1f} KB each"
    )


if __name__ == "__main__":
    main(*(int(each) for each in (sys.argv[1:] or ["300", "10000"])))
