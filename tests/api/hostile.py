"""Reports whose words are meant to break a page: script, markup, marks that turn the direction of text, endless words."""

from __future__ import annotations

from datetime import UTC, datetime

from dateline.model.document import DateSource, Document

SCRIPT = "<script>document.title='owned'</script>"
IMAGE = "<img src=x onerror=alert(1)>"
TURNED = "\u202egnihtemos\u202c"
LONG = "W" * 5_000

HOSTILE = [
    Document(
        id=f"hostile-{number}",
        text=f"{words} A rocket hit Kidal, killing {number + 1}. {words}",
        title=f"{words[:300]} & more",
        outlet=f"Outlet {words[:60]}",
        published=datetime(2024, 7, 1 + number, 8, tzinfo=UTC),
        date_source=DateSource.GIVEN,
        url="javascript:alert(1)",
    )
    for number, words in enumerate((SCRIPT, IMAGE, TURNED, LONG))
]
