import { describe, expect, it } from "vitest";
import { dayNumber, dayOf, spanWords } from "./dates";

describe("days", () => {
  it.each(["1970-01-01", "2024-02-29", "1620-11-01"])("%s survives its number", (day) => {
    expect(dayOf(dayNumber(day))).toBe(day);
  });
});

describe("spans in words", () => {
  it("are no finer than they were said", () => {
    expect(spanWords({ start: "2024-01-01", end: "2024-12-31" })).toBe("2024");
    expect(spanWords({ start: "2024-02-01", end: "2024-02-29" })).toMatch(/Feb/);
    expect(spanWords({ start: "2024-02-01", end: "2024-02-29" })).not.toMatch(/29/);
    expect(spanWords({ start: "2024-02-01", end: "2024-02-28" })).toMatch(/28/);
    expect(spanWords(null)).toBe("date not said");
  });
});
