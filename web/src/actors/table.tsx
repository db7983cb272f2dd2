/** Relations as a table; each opens to its sentences. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Graph, Relation, Saying } from "../api/types";
import { useAnswer } from "../api/use";
import { Certainty } from "../parts/badges";
import { setQuery } from "../routing/location";
import { counted, number } from "../words/amounts";
import { momentWords } from "../words/dates";
import { predicateWords } from "../words/labels";
import { groupOf } from "./view";

const PAGE = 40;

export function RelationTable({
  graph,
  shown,
  show,
}: {
  graph: Graph;
  shown: string | null;
  show: (id: string | null) => void;
}) {
  const [size, setSize] = useState(PAGE);
  const names = new Map(graph.nodes.map((node) => [node.id, node.name]));
  const at = graph.edges.findIndex((edge) => edge.id === shown);
  const visible = graph.edges.slice(0, Math.max(size, at + 1));
  return (
    <section class="card relation-table" aria-label="Relations">
      <ol>
        {visible.map((relation) => (
          <Row key={relation.id} relation={relation} names={names} open={relation.id === shown} show={show} />
        ))}
      </ol>
      {visible.length < graph.edges.length && (
        <button type="button" class="button" onClick={() => setSize(size + PAGE)}>
          Show more of {number(graph.edges.length)}
        </button>
      )}
    </section>
  );
}

interface RowParts {
  relation: Relation;
  names: Map<string, string>;
  open: boolean;
  show: (id: string | null) => void;
}

function Row({ relation, names, open, show }: RowParts) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  return (
    <li ref={row} class={open ? "open" : ""}>
      <div class="relation">
        <ActorLink id={relation.subject} names={names} />
        <span class={`predicate kind-${groupOf(relation.predicate)}`}>
          {predicateWords(relation.predicate)}
        </span>
        <ActorLink id={relation.object} names={names} />
        <button
          type="button"
          class="button small"
          aria-expanded={open}
          onClick={() => show(open ? null : relation.id)}
        >
          {counted(relation.sayings, "sentence")}
        </button>
      </div>
      {open && <Sentences relation={relation} />}
    </li>
  );
}

function ActorLink({ id, names }: { id: string; names: Map<string, string> }) {
  return (
    <button type="button" class="actor-link" dir="auto" onClick={() => setQuery({ actor: id }, false)}>
      {names.get(id) ?? id}
    </button>
  );
}

function Sentences({ relation }: { relation: Relation }) {
  const all = relation.sayings > relation.sentences.length;
  const { data } = useAnswer<Relation>(all ? `/relations/${encodeURIComponent(relation.id)}` : null);
  const sayings = data?.sentences ?? relation.sentences;
  return (
    <ul class="sayings">
      {sayings.map((saying) => (
        <li key={`${saying.document} ${saying.sentence.start} ${saying.event ?? ""}`}>
          <blockquote class="said" dir="auto">
            {saying.sentence.text}
          </blockquote>
          <p class="small quiet">
            {saying.speakers.length > 0 && `${saying.speakers.join(" ← ")} in `}
            {saying.outlet || "outlet not known"}, {momentWords(saying.published)} ·{" "}
            <a href={sourceOf(saying)}>{saying.title || saying.document}</a>{" "}
            {saying.certainty !== "asserted" && <Certainty value={saying.certainty} />}
          </p>
        </li>
      ))}
    </ul>
  );
}

function sourceOf(saying: Saying): string {
  return `/documents/${encodeURIComponent(saying.document)}?at=${saying.sentence.start}-${saying.sentence.end}`;
}
