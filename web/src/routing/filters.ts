/** The filters of the map and the list: the same names in the address, in the API and on the command line. */

export interface Filters {
  since: string | null;
  until: string | null;
  mode: string[];
  type: string[];
  place: string | null;
  actor: string | null;
  outlet: string | null;
  certainty: string | null;
  harm: number | null;
  /** Latitude, longitude and kilometres, as the API and the commands take them. */
  near: string | null;
  /** West, south, east and north in degrees. */
  bbox: string | null;
  q: string | null;
}

/** Filters that the server answers; the others are answered at once from the points that the page already has. */
export const ASKED = ["place", "actor", "outlet", "certainty", "harm", "near", "bbox", "q"] as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Filters out of an address; what makes no sense there is left out. */
export function filtersOf(query: URLSearchParams): Filters {
  const harm = Number.parseInt(query.get("harm") ?? "", 10);
  return {
    since: day(query.get("since")),
    until: day(query.get("until")),
    mode: query.getAll("mode"),
    type: query.getAll("type"),
    place: query.get("place") || null,
    actor: query.get("actor") || null,
    outlet: query.get("outlet") || null,
    certainty: query.get("certainty") || null,
    harm: harm > 0 ? harm : null,
    near: numbers(query.get("near"), 3),
    bbox: numbers(query.get("bbox"), 4),
    q: query.get("q") || null,
  };
}

/** The query of the points that answer the server's part of the filters. */
export function askedQuery(filters: Filters): string {
  const query = new URLSearchParams();
  for (const name of ASKED) {
    const value = filters[name];
    if (value) query.set(name, String(value));
  }
  return query.toString();
}

/** How many filters are set. */
export function countFilters(filters: Filters): number {
  return Object.values(filters).filter((value) => (Array.isArray(value) ? value.length > 0 : value !== null))
    .length;
}

/** The changes to an address that clear every filter. */
export function cleared(): Record<keyof Filters, null> {
  return {
    since: null,
    until: null,
    mode: null,
    type: null,
    place: null,
    actor: null,
    outlet: null,
    certainty: null,
    harm: null,
    near: null,
    bbox: null,
    q: null,
  };
}

/** So many numbers between commas, without blanks; null for anything else. */
export function numbers(text: string | null, many: number): string | null {
  const parts = (text ?? "").split(",").map((part) => part.trim());
  const sound = parts.length === many && parts.every((part) => /^[+-]?\d+(\.\d+)?$/.test(part));
  return sound ? parts.join(",") : null;
}

function day(text: string | null): string | null {
  if (!text || !DAY.test(text)) return null;
  return Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? null : text;
}
