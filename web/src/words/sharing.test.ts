import { expect, test } from "vitest";
import type { Marking } from "../api/types";
import { changeWords, labelWords, markingWords, opinionTone, opinionWords, sizeWords } from "./sharing";

const NOTHING: Marking = {
  tlp: "clear",
  release_to: [],
  words: "none",
  expires: null,
  place: null,
  time: null,
  source: null,
  onward: false,
  reliability: null,
  credibility: null,
};

test("a marking is told without what it leaves as it is", () => {
  expect(markingWords(NOTHING)).toEqual([]);
  expect(markingWords({ ...NOTHING, words: "text", place: "province", release_to: ["desk"] })).toEqual([
    "only to desk",
    "with its text",
    "places no finer than province",
  ]);
});

test("labels, opinions, changes and sizes are words", () => {
  expect(labelWords("amber+strict")).toBe("TLP:AMBER+STRICT");
  expect(labelWords(null)).toBe("withheld from everybody");
  expect(opinionWords({ kind: "opinion", level: "strongly-disagree" })).toBe("strongly disagrees");
  expect(opinionWords({ kind: "question", level: null })).toBe("asks");
  expect(opinionTone("disagree")).toBe("bad");
  expect(changeWords({ new: 2, changed: 0, withdrawn: 1 })).toBe("2 new, 1 withdrawn");
  expect(sizeWords(1_234_000)).toBe("1.2 MB");
});
