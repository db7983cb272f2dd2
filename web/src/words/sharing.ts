/** Labels, opinions and what markings say, as people read them. */
import type { Marking } from "../api/types";
import { dayWords } from "./dates";

export const LABELS = ["clear", "green", "amber", "amber+strict", "red"] as const;

/** A label of the Traffic Light Protocol; null withholds from everybody. */
export function labelWords(label: string | null): string {
  return label ? `TLP:${label.toUpperCase()}` : "withheld from everybody";
}

const SAID: Record<string, string> = { question: "asks", note: "notes", same: "holds it to be the same as" };

/** What somebody does who says it: an opinion has a level; else it is a question or a note. */
export function opinionWords(said: { kind: string; level: string | null }): string {
  if (said.level) return said.level === "neutral" ? "is neutral" : `${said.level.replaceAll("-", " ")}s`;
  return SAID[said.kind] ?? said.kind;
}

export function opinionTone(level: string | null): string {
  if (!level) return "warn";
  if (level.includes("disagree")) return "bad";
  return level.includes("agree") ? "good" : "";
}

/** What a marking says beyond its label, in a few words each. */
export function markingWords(marking: Marking): string[] {
  const told = [];
  if (marking.release_to.length > 0) told.push(`only to ${marking.release_to.join(", ")}`);
  if (marking.words === "text") told.push("with its text");
  if (marking.words === "reference") told.push("with title and address");
  if (marking.expires) told.push(`until ${dayWords(marking.expires)}`);
  if (marking.place) told.push(`places no finer than ${marking.place}`);
  if (marking.time) told.push(`times no finer than ${marking.time}`);
  if (marking.source) told.push(`source said as “${marking.source}”`);
  if (marking.onward) told.push("may be passed on");
  if (marking.reliability || marking.credibility)
    told.push(`Admiralty ${marking.reliability ?? "–"}${marking.credibility ?? ""}`);
  return told;
}

/** How much was new, changed and withdrawn. */
export function changeWords(counts: Record<string, number>): string {
  const told = ["new", "changed", "withdrawn"].filter((name) => counts[name]).map((n) => `${counts[n]} ${n}`);
  return told.join(", ") || "nothing new";
}

/** Bytes for people. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
