/** The article with its spans marked. Its text is only ever text: no part of it is read as markup. */
import { useMemo } from "preact/hooks";
import type { Reading } from "../api/types";
import { leading, type Mark, marksOf, type Piece, paragraphs, piecesOf } from "./marks";

export interface Lit {
  /** Ids of the cards that are lit. */
  cards: string[];
}

interface Parts {
  reading: Reading;
  lit: string[];
  light: (cards: string[]) => void;
  pick: (card: string) => void;
  /** Code points to show as found: a link came from there. */
  found: [number, number] | null;
}

const WORDS: Record<string, string> = {
  event: "event",
  actor: "by",
  recipient: "against",
  weapon: "weapon",
  place: "place",
  time: "time",
  number: "people harmed",
  speaker: "says so",
  tally: "claimed total",
  quote: "quote",
};

export function Article({ reading, lit, light, pick, found }: Parts) {
  const blocks = useMemo(() => {
    const marks = marksOf(reading);
    return paragraphs(reading.document.text).map((p) => ({
      start: p.start,
      pieces: piecesOf(p.text, withFound(marks, found), p.start),
    }));
  }, [reading, found]);
  return (
    <div class="article" dir="auto" id="article">
      {blocks.map((block) => (
        <p key={block.start} dir="auto">
          {block.pieces.map((piece) => (
            <PieceText key={piece.start} piece={piece} lit={lit} light={light} pick={pick} />
          ))}
        </p>
      ))}
    </div>
  );
}

const FOUND = "found";

function withFound(marks: Mark[], found: [number, number] | null): Mark[] {
  return found ? [...marks, { start: found[0], end: found[1], kind: "quote", of: FOUND }] : marks;
}

function PieceText({
  piece,
  lit,
  light,
  pick,
}: {
  piece: Piece;
  lit: string[];
  light: Parts["light"];
  pick: Parts["pick"];
}) {
  const kind = leading(piece.marks);
  if (!kind) return <>{piece.text}</>;
  const cards = [...new Set(piece.marks.map((m) => m.of))].filter(
    (of) => of !== FOUND && !of.startsWith("q"),
  );
  const isLit = cards.some((card) => lit.includes(card));
  const isFound = piece.marks.some((m) => m.of === FOUND);
  const classes = ["mk", `mk-${kind}`, isLit && "lit", isFound && "found"].filter(Boolean).join(" ");
  if (cards.length === 0)
    return (
      <span class={classes} data-at={piece.start}>
        {piece.text}
      </span>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the cards beside are the keyboard's way to the same
    <span
      class={classes}
      data-at={piece.start}
      title={titleOf(piece)}
      onMouseEnter={() => light(cards)}
      onMouseLeave={() => light([])}
      onClick={() => pick(cards[0] as string)}
    >
      {piece.text}
    </span>
  );
}

function titleOf(piece: Piece): string {
  return [
    ...new Set(
      piece.marks
        .filter((m) => m.of !== FOUND)
        .map((m) => `${WORDS[m.kind]}${m.of.startsWith("q") ? "" : ` (${m.of})`}`),
    ),
  ].join(", ");
}
