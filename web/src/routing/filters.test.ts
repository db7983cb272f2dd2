import { describe, expect, it } from "vitest";
import { askedQuery, countFilters, filtersOf } from "./filters";

describe("filters in an address", () => {
  it("are read by their names", () => {
    const filters = filtersOf(new URLSearchParams("since=2024-01-05&mode=drone&mode=raid&harm=3&q=hospital"));
    expect(filters).toMatchObject({
      since: "2024-01-05",
      until: null,
      mode: ["drone", "raid"],
      harm: 3,
      q: "hospital",
    });
    expect(countFilters(filters)).toBe(4);
    expect(askedQuery(filters)).toBe("harm=3&q=hospital");
  });
  it.each(["since=yesterday", "since=2024-13-45", "harm=-1", "harm=many", ""])(
    "leave out what makes no sense: %s",
    (text) => {
      expect(countFilters(filtersOf(new URLSearchParams(text)))).toBe(0);
    },
  );
  it("know a circle and an area by their numbers", () => {
    const filters = filtersOf(new URLSearchParams("near=36.2, 44,50&bbox=43,35.5,45,-37"));
    expect(filters).toMatchObject({ near: "36.2,44,50", bbox: "43,35.5,45,-37" });
    expect(askedQuery(filters)).toBe("near=36.2%2C44%2C50&bbox=43%2C35.5%2C45%2C-37");
    expect(countFilters(filtersOf(new URLSearchParams("near=36.2,44&bbox=a,b,c,d")))).toBe(0);
  });
});
