/** Actors: who is said to belong to, sponsor, fight or talk to whom, as a graph and as a table with the sentences. */
import { useState } from "preact/hooks";
import "./actors.css";
import type { Actor, Graph } from "../api/types";
import { useAnswer } from "../api/use";
import { Empty, Skeleton, Trouble } from "../parts/states";
import { place, setQuery } from "../routing/location";
import { counted } from "../words/amounts";
import { predicateWords } from "../words/labels";
import { ActorCard } from "./card";
import { Network } from "./network";
import { RelationTable } from "./table";

const MOST = 300;

export default function ActorsView() {
  const actor = place.value.query.get("actor");
  const predicate = place.value.query.getAll("predicate");
  const { data, problem, loading, reload } = useAnswer<Graph>("/relations", {
    actor,
    predicate,
    limit: MOST,
  });
  const [shown, setShown] = useState<string | null>(null);
  const relation = data?.edges.find((edge) => edge.id === shown) ?? null;
  return (
    <div class="page actors">
      <header class="page-head">
        <h1>Actors</h1>
        <p class="lead">
          Who is said to belong to, sponsor, fight or talk to whom. Each line is somebody's claim: choose one
          to read its sentences. Private persons are never part of it.
        </p>
        <Kinds all={data?.predicates ?? []} some={predicate} />
      </header>
      {problem && <Trouble problem={problem} again={reload} />}
      {!data && loading && <Skeleton lines={8} label="Loading relations" />}
      {data && actor && <ActorCard id={actor} name={nameOf(data.nodes, actor)} />}
      {data && data.edges.length === 0 && <Nothing filtered={Boolean(actor) || predicate.length > 0} />}
      {data && data.edges.length > 0 && (
        <>
          <p class="quiet small" role="status">
            {counted(data.total, "relation")} between {counted(data.nodes.length, "actor")}
            {data.total > data.edges.length &&
              `; the ${data.edges.length} that most reports tell of are shown`}
          </p>
          <div class="actors-both">
            <Network
              graph={data}
              chosen={actor}
              relation={relation}
              choose={(id) => setQuery({ actor: id }, false)}
              show={setShown}
            />
            <RelationTable graph={data} shown={shown} show={setShown} />
          </div>
        </>
      )}
    </div>
  );
}

function nameOf(nodes: Actor[], id: string): string {
  return nodes.find((node) => node.id === id)?.name ?? id;
}

function Kinds({ all, some }: { all: string[]; some: string[] }) {
  const turn = (one: string) =>
    setQuery({ predicate: some.includes(one) ? some.filter((p) => p !== one) : [...some, one] });
  return (
    <div class="chips" role="group" aria-label="Kinds of relation">
      {all.map((one) => (
        <button
          key={one}
          type="button"
          class={`chip kind-${groupOf(one)}`}
          aria-pressed={some.includes(one)}
          onClick={() => turn(one)}
        >
          {predicateWords(one)}
        </button>
      ))}
    </div>
  );
}

/** The few ways in which a relation is drawn. */
export function groupOf(predicate: string): "fights" | "talks" | "blames" | "lasting" {
  if (predicate === "fights") return "fights";
  if (predicate === "talks_to" || predicate === "supports") return "talks";
  return predicate === "blames" ? "blames" : "lasting";
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (!filtered) {
    return (
      <Empty title="No relations yet">
        <p>
          They appear when reports on record say who belongs to, leads, sponsors, attacks, blames or talks to
          whom.
        </p>
      </Empty>
    );
  }
  return (
    <Empty title="No relation of this kind">
      <button type="button" class="button" onClick={() => setQuery({ actor: null, predicate: null })}>
        Show all
      </button>
    </Empty>
  );
}
