import { describe, expect, it } from "vitest";
import { leading, type Mark, paragraphs, piecesOf } from "./marks";

const mark = (start: number, end: number, kind: Mark["kind"] = "event", of = "e1"): Mark => ({
  start,
  end,
  kind,
  of,
});

describe("pieces of a marked text", () => {
  const text = "A 🚀 hit Balad, six died";
  it("are the whole text, in order", () => {
    const pieces = piecesOf(text, [mark(4, 7), mark(8, 13, "place"), mark(2, 13, "quote", "q0")]);
    expect(pieces.map((p) => p.text).join("")).toBe(text);
    expect(pieces.find((p) => p.text === "hit")?.marks).toHaveLength(2);
    expect(pieces.find((p) => p.text === "Balad")?.marks.map((m) => m.kind)).toEqual(["quote", "place"]);
  });
  it("keep to their paragraph", () => {
    const whole = `One.\n\n🚀 Two hit.`;
    const [first, second] = paragraphs(whole);
    expect(first?.text).toBe("One.");
    const pieces = piecesOf(second?.text ?? "", [mark(0, 3), mark(12, 15)], second?.start);
    expect(pieces.filter((p) => p.marks.length > 0).map((p) => p.text)).toEqual(["hit"]);
  });
  it("are never empty and never overlap, whatever the marks", () => {
    for (let seed = 1; seed < 200; seed++) {
      const marks = [1, 2, 3].map((n) => mark((seed * n * 7) % 20, (seed * n * 13) % 26, "actor", `e${n}`));
      const pieces = piecesOf(text, marks);
      expect(pieces.map((p) => p.text).join("")).toBe(text);
      expect(pieces.every((p) => p.text.length > 0)).toBe(true);
    }
  });
  it("are coloured by the narrowest kind", () => {
    expect(leading([mark(0, 9, "quote"), mark(2, 3, "place")])).toBe("place");
    expect(leading([])).toBeNull();
  });
});
