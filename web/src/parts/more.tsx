/** A list that grows page by page, on demand. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { get, type Query } from "../api/client";
import type { Listing } from "../api/types";
import { asProblem, namesShown, useAnswer } from "../api/use";
import { Skeleton, Trouble } from "./states";
import { say } from "./toast";

interface Parts<T> {
  path: string;
  query?: Query;
  label: string;
  empty: ComponentChildren;
  children: (items: T[], total: number | null, reload: () => void) => ComponentChildren;
}

export function Pages<T>({ path, query = {}, label, empty, children }: Parts<T>) {
  const { data, problem, loading, reload } = useAnswer<Listing<T>>(path, query);
  const [more, setMore] = useState<Listing<T>[]>([]);
  const [waits, setWaits] = useState(false);
  useEffect(() => setMore([]), [data]);
  if (problem) return <Trouble problem={problem} again={reload} />;
  if (!data) return loading ? <Skeleton lines={4} label={`Loading ${label}`} /> : null;
  const pages = [data, ...more];
  const next = pages[pages.length - 1]?.next ?? null;
  const items = pages.flatMap((page) => page.items);
  const load = async () => {
    setWaits(true);
    try {
      const page = await get<Listing<T>>(path, { ...query, names: namesShown.value, cursor: next });
      setMore((before) => [...before, page]);
    } catch (cause) {
      say(asProblem(cause).message);
    }
    setWaits(false);
  };
  return (
    <div class="pages" aria-busy={loading || waits}>
      {items.length === 0 && !next ? empty : children(items, data.total ?? null, reload)}
      {next && (
        <button type="button" class="button" disabled={waits} onClick={load}>
          Show more {label}
        </button>
      )}
    </div>
  );
}
