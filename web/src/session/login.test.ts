import { describe, expect, it, vi } from "vitest";

vi.stubGlobal("localStorage", { getItem: () => null });
const { nextAddress } = await import("./login");

describe("where logging in leads", () => {
  it("stays inside the page", () => {
    expect(nextAddress("/incidents/i-1?x=1")).toBe("/incidents/i-1?x=1");
  });
  it.each([
    null,
    "",
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "/\\elsewhere.example",
    "javascript:alert(1)",
  ])("never goes elsewhere: %s", (next) => {
    expect(nextAddress(next)).toBe("/");
  });
});
