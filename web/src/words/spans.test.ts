import { describe, expect, it } from "vitest";
import { pointAt, unitsOf } from "./spans";

describe("code points and UTF-16 units", () => {
  it("are the same in plain text", () => {
    expect(unitsOf("Balad")(3)).toBe(3);
  });
  it("part after a sign outside the basic plane", () => {
    const text = "a🚀bc";
    expect(text.slice(unitsOf(text)(2), unitsOf(text)(3))).toBe("b");
    expect(pointAt(text, text.indexOf("c"))).toBe(3);
  });
  it("stay inside the text", () => {
    expect(unitsOf("a🚀")(99)).toBe(3);
    expect(unitsOf("ab")(99)).toBe(2);
  });
});
