"""An invented report in every format that the intake reads, made here from the same paragraphs."""

from __future__ import annotations

import gzip
import io
import json
from email.message import EmailMessage
from html import escape

TITLE = "Two rockets hit airport road near Mosul"
OUTLET = "Tigris Courier"
PARAGRAPHS = (
    "Two rockets struck a checkpoint on the airport road south of Mosul early on Sunday, wounding three soldiers, "
    "a police colonel said.",
    '"We heard two blasts, one right after the other," said a shopkeeper whose windows were broken. "Then there was '
    'smoke above the bridge, and nobody knew what to do."',
    "No group claimed the attack, the fourth of its kind this month. The governor blamed a militia that has been "
    "active in the district since March, and promised to close the road at night.",
    "Traffic on the road was halted for about two hours while engineers searched the fields on both sides of it, the "
    "colonel added.",
)
TEXT = "\n\n".join(PARAGRAPHS)
PUBLISHED = "2021-07-25T15:17:02+00:00"

MENU = "".join(
    f'<li><a href="/{name}">{name}</a></li>'
    for name in ("Home", "Iraq", "World", "Economy", "Sport", "Video")
)
RELATED = "".join(
    f'<li><a href="/a{n}">Governor opens {n} new schools in the district this year</a></li>'
    for n in range(2, 8)
)
FOOTER = "<footer><p>© 2021 Tigris Courier. All rights reserved.</p><p>We use cookies to improve your visit.</p></footer>"


def _paragraphs() -> str:
    return "".join(f"<p>{escape(each)}</p>" for each in PARAGRAPHS)


def article_page() -> str:
    """A page as news systems make them: article element, metadata, share buttons, related articles."""
    linked = json.dumps({"@type": "NewsArticle", "headline": TITLE, "datePublished": PUBLISHED})
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE} - {OUTLET}</title>'
        f'<meta property="og:site_name" content="{OUTLET}"><script type="application/ld+json">{linked}</script></head>'
        f"<body><header><nav><ul>{MENU}</ul></nav></header><article><h1>{TITLE}</h1>"
        f'<div class="share"><a>Facebook</a> <a>Twitter</a> <a>WhatsApp</a></div><div class="entry">{_paragraphs()}</div>'
        f'<div class="related"><h3>Related articles</h3><ul>{RELATED}</ul></div></article>{FOOTER}</body></html>'
    )


def cluttered_page() -> str:
    """A page without metadata: the title twice, "radio icon", empty paragraphs, a side column."""
    spaced = _paragraphs().replace("</p>", "</p><p>&nbsp;</p>")
    return (
        f"<html><head><title>{TITLE} - {OUTLET}</title></head><body><div class=top><ul>{MENU}</ul></div><div class=row>"
        f'<div class=col><h2>{TITLE}</h2><span class="date">2021-07-25 15:17</span><div>radio icon <span>Listen</span></div>'
        f"<div class=details><p>{TITLE}</p><p>radio icon</p>{spaced}<p>Read also: Governor opens two schools</p></div></div>"
        f"<div class=side><h3>Most read</h3><ul>{RELATED}</ul></div></div>{FOOTER}</body></html>"
    )


def line_break_page() -> str:
    """A page whose paragraphs are parted by line breaks only."""
    body = "<br/><br/>\n".join(map(escape, PARAGRAPHS))
    return (
        f"<html><head><title>{TITLE}</title></head><body><div><a href=/>Home</a> | <a href=/c>Contact</a></div>"
        f"<div>{TITLE}</div><div class=text>{body}</div><div>Copyright 2021 {OUTLET}. All rights reserved.</div></body></html>"
    )


def table_page() -> str:
    """A page laid out in a table, as they were twenty years ago and on some sites still are."""
    return (
        f"<html><head><title>{TITLE} | {OUTLET}</title></head><body><table><tr><td><a href=/>Home</a><br><a href=/a>Archive</a>"
        f"</td><td><font size=5><b>{TITLE}</b></font><br><br>{_paragraphs()}</td></tr></table></body></html>"
    )


def span_page() -> str:
    """A page whose paragraphs are neither p nor text: a span in a div each; its address holds the date."""
    body = "".join(f'<div class="par"><span>{escape(each)}</span></div>' for each in PARAGRAPHS)
    return (
        f"<html><head><title>{TITLE} | {OUTLET}</title><link rel=canonical href=https://courier.example/2021/07/25/rockets>"
        f"</head><body><div><ul>{MENU}</ul></div><h1>{TITLE}</h1><figure><figcaption>A checkpoint. (Photo: Handout)"
        f"</figcaption></figure>{body}<p>Share this article</p>{FOOTER}</body></html>"
    )


PAGES = (article_page, cluttered_page, line_break_page, table_page, span_page)


def json_document(**fields: object) -> str:
    """The report as a JSON document, with these fields over its own."""
    own = {"title": TITLE, "outlet": OUTLET, "published": PUBLISHED, "text": TEXT}
    return json.dumps(own | fields)


def mail(html: bool = False) -> bytes:
    """The report as a forwarded message."""
    message = EmailMessage()
    message["From"] = f"{OUTLET} <desk@courier.example>"
    message["Subject"] = f"Fwd: {TITLE}"
    message["Date"] = "Sun, 25 Jul 2021 15:17:02 +0000"
    message["Message-ID"] = "<1@courier.example>"
    if html:
        message.set_content(f"<html><body>{_paragraphs()}</body></html>", subtype="html")
    else:
        header = f"From: desk <desk@courier.example>\nDate: Sun, 25 Jul 2021\nSubject: {TITLE}\nTo: <list@example.org>"
        message.set_content(
            f"For you.\n\n---------- Forwarded message ---------\n{header}\n\n{TEXT}\n\n-- \nThe desk\n"
        )
    return message.as_bytes()


def feed(second: str = "<description>Only a teaser.</description>") -> str:
    """An RSS feed: an entry with its full text, and a second one."""
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{OUTLET}</title><item><title>{TITLE}</title><link>https://courier.example/1</link>"
        f"<pubDate>Sun, 25 Jul 2021 15:17:02 +0000</pubDate><content:encoded><![CDATA[{_paragraphs()}]]></content:encoded>"
        f"</item><item><title>Second</title>{second}</item></channel></rss>"
    )


def archive(*bodies: tuple[str, bytes], compressed: bool = True) -> bytes:
    """A WARC file with a response for each media type and body."""
    records = []
    for number, (media_type, body) in enumerate(bodies):
        http = (
            f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2022-01-01T00:00:00Z\r\n"
            f"WARC-Target-URI: https://courier.example/{number}\r\nContent-Type: application/http;msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        record = head.encode() + http + b"\r\n\r\n"
        records.append(gzip.compress(record) if compressed else record)
    return b"".join(records)


def pdf(pages: list[list[str]], information: str = "/CreationDate (D:20210725151702Z)") -> bytes:
    """A PDF of these lines in a standard font."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = "".join(f"({line.translate({40: None, 41: None})}) Tj T*\n" for line in lines)
        stream = f"BT /F1 10 Tf 50 780 Td 13 TL\n{shown}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    objects.append(f"<< {information} >>")
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, each in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252"))
    table = out.tell()
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode())
    out.write(
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{table}\n%%EOF".encode()
    )
    return out.getvalue()


def pdf_pages(width: int = 80, lines_each: int = 12) -> list[list[str]]:
    """The report as a PDF's pages: cut at a width, under a running head, above a page number."""
    from textwrap import wrap

    lines = [TITLE, ""]
    for paragraph in PARAGRAPHS:
        lines += [*wrap(paragraph, width), ""]
    parts = [lines[start : start + lines_each] for start in range(0, len(lines), lines_each)]
    return [
        ["TIGRIS COURIER - SECURITY", "", *part, "", f"Page {n} of {len(parts)}"]
        for n, part in enumerate(parts, 1)
    ]
