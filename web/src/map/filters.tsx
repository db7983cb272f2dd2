/** The filters of map, timeline and list; each is a part of the address. */

import type { ComponentChildren } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { cleared, countFilters, type Filters } from "../routing/filters";
import { setQuery } from "../routing/location";
import { modeWords, typeWords } from "../words/labels";

const CERTAINTIES: readonly [string, string][] = [
  ["", "any"],
  ["asserted", "asserted"],
  ["alleged", "at least alleged"],
  ["possible", "at least possible"],
  ["planned", "at least planned"],
];
const PAUSE_MS = 450;

interface Parts {
  filters: Filters;
  modes: string[];
  types: string[];
}

export function FilterForm({ filters, modes, types, open = false }: Parts & { open?: boolean }) {
  const set = countFilters({ ...filters, q: null, place: null, since: null, until: null });
  return (
    <form class="filters" role="search" aria-label="Filter incidents" onSubmit={(e) => e.preventDefault()}>
      <div class="filters-two">
        <Text name="q" label="Words in the reports" value={filters.q} hint="hospital" />
        <Text name="place" label="Place" value={filters.place} hint="Balad" />
      </div>
      <details class="filters-more" open={open}>
        <summary>More filters{set > 0 && ` (${set} set)`}</summary>
        <div>
          <div class="filters-two">
            <Text name="actor" label="By or against" value={filters.actor} hint="police" />
            <Text name="outlet" label="Outlet" value={filters.outlet} hint="Tigris Wire" />
            <Text name="harm" label="Killed at least" value={filters.harm?.toString() ?? null} numeric />
            <Choice name="certainty" label="How sure" value={filters.certainty} />
            <Text name="near" label="Near: lat, lon, km" value={filters.near} hint="36.2, 44, 50" />
          </div>
          <Chips name="mode" label="How it was done" words={modes} some={filters.mode} say={modeWords} />
          <Chips name="type" label="What kind of event" words={types} some={filters.type} say={typeWords} />
        </div>
      </details>
      {countFilters(filters) > 0 && (
        <button type="button" class="button small" onClick={() => setQuery(cleared(), false)}>
          Clear all filters
        </button>
      )}
    </form>
  );
}

interface TextParts {
  name: string;
  label: string;
  value: string | null;
  hint?: string;
  numeric?: boolean;
}

function Text({ name, label, value, hint, numeric }: TextParts) {
  const id = useId();
  const [typed, setTyped] = useState(value ?? "");
  useEffect(() => setTyped(value ?? ""), [value]);
  useEffect(() => {
    if (typed === (value ?? "")) return;
    const timer = setTimeout(() => setQuery({ [name]: typed.trim() || null }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={numeric ? "numeric" : "text"}
        value={typed}
        placeholder={hint}
        autocomplete="off"
        onInput={(e) => setTyped(e.currentTarget.value)}
      />
    </div>
  );
}

function Choice({ name, label, value }: { name: string; label: string; value: string | null }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value ?? ""}
        onChange={(e) => setQuery({ [name]: e.currentTarget.value || null })}
      >
        {CERTAINTIES.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ChipParts {
  name: "mode" | "type";
  label: string;
  words: string[];
  some: string[];
  say: (word: string) => string;
}

function Chips({ name, label, words, some, say }: ChipParts) {
  if (words.length === 0) return null;
  const shown = [...new Set([...words, ...some])].sort((a, b) => say(a).localeCompare(say(b)));
  const turn = (word: string) =>
    setQuery({ [name]: some.includes(word) ? some.filter((one) => one !== word) : [...some, word] });
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      <div class="chips">
        {shown.map((word) => (
          <button
            key={word}
            type="button"
            class="chip"
            aria-pressed={some.includes(word)}
            onClick={() => turn(word)}
          >
            {say(word)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** The filters that are set, each with a cross, for where the form is out of sight. */
export function FilterTags({ filters, children }: { filters: Filters; children?: ComponentChildren }) {
  const set = tags(filters);
  if (set.length === 0 && !children) return null;
  return (
    <ul class="chips filter-tags" aria-label="Filters that are set">
      {set.map((tag) => (
        <li key={`${tag.name} ${tag.words}`}>
          <button
            type="button"
            class="chip"
            aria-pressed="true"
            onClick={() => setQuery({ [tag.name]: tag.rest })}
          >
            {tag.words} <span aria-hidden="true">×</span>
            <span class="unseen">, take this filter out</span>
          </button>
        </li>
      ))}
      {children}
    </ul>
  );
}

interface Tag {
  name: string;
  words: string;
  rest: string[] | null;
}

function tags(filters: Filters): Tag[] {
  const one = (name: string, value: string | null, words = value): Tag[] =>
    value ? [{ name, words: words ?? "", rest: null }] : [];
  const many = (name: "mode" | "type", say: (word: string) => string): Tag[] =>
    filters[name].map((word) => ({
      name,
      words: say(word),
      rest: filters[name].filter((other) => other !== word),
    }));
  return [
    ...one("q", filters.q, `“${filters.q}”`),
    ...one("place", filters.place, `in ${filters.place}`),
    ...one("actor", filters.actor, `with ${filters.actor}`),
    ...one("outlet", filters.outlet, `told by ${filters.outlet}`),
    ...one("near", filters.near, `within ${filters.near?.split(",")[2]} km of a point`),
    ...one("bbox", filters.bbox, "in one area of the map"),
    ...one("certainty", filters.certainty, `at least ${filters.certainty}`),
    ...one("harm", filters.harm?.toString() ?? null, `${filters.harm} or more killed`),
    ...many("mode", modeWords),
    ...many("type", typeWords),
  ];
}
