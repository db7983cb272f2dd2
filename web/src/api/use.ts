/** A component's view of one answer of the server: on its way, there, or a problem. */
import { useEffect, useRef, useState } from "preact/hooks";
import { get, Problem, type Query, withQuery } from "./client";

export interface Answer<T> {
  data: T | null;
  problem: Problem | null;
  loading: boolean;
  reload: () => void;
}

/** Ask for `path`, again whenever it or the query changes; null asks for nothing. What was there stays until the new is. */
export function useAnswer<T>(path: string | null, query: Query = {}): Answer<T> {
  const [round, setRound] = useState(0);
  const [state, setState] = useState<Omit<Answer<T>, "reload">>({ data: null, problem: null, loading: true });
  const address = path === null ? null : path + withQuery(query);
  const shown = useRef(path);
  useEffect(() => {
    if (address === null) {
      setState({ data: null, problem: null, loading: false });
      return;
    }
    const stop = new AbortController();
    const keep = shown.current === path;
    shown.current = path;
    setState((before) => ({ data: keep ? before.data : null, problem: null, loading: true }));
    get<T>(address, {}, stop.signal)
      .then((data) => setState({ data, problem: null, loading: false }))
      .catch((cause) => {
        if (!stop.signal.aborted) setState({ data: null, problem: asProblem(cause), loading: false });
      });
    return () => stop.abort();
  }, [address, round]);
  return { ...state, reload: () => setRound((n) => n + 1) };
}

/** Anything thrown, as a problem that can be shown. */
export function asProblem(cause: unknown): Problem {
  if (cause instanceof Problem) return cause;
  return new Problem(
    0,
    "unexpected",
    "Something went wrong on this page.",
    "Reload the page; if it happens again, please report it.",
  );
}
