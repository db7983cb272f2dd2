/** The graph of actors: choose an actor for its relations, a line for its sentences. */
import { useMemo } from "preact/hooks";
import type { Graph, Relation } from "../api/types";
import { counted } from "../words/amounts";
import { predicateWords } from "../words/labels";
import { type Edge, layout, type Node } from "./layout";
import { groupOf } from "./view";

interface Parts {
  graph: Graph;
  chosen: string | null;
  relation: Relation | null;
  choose: (id: string) => void;
  show: (relation: string) => void;
}

const LONGEST = 26;

export function Network({ graph, chosen, relation, choose, show }: Parts) {
  const drawn = useMemo(() => layout(graph), [graph]);
  return (
    <figure class="card network">
      <svg
        viewBox={drawn.box.join(" ")}
        role="group"
        aria-label={`Graph of ${drawn.nodes.length} actors; the table beside it tells the same`}
      >
        <Arrows />
        {drawn.edges.map((edge) => (
          <Line key={edge.relation.id} edge={edge} lit={relation?.id === edge.relation.id} show={show} />
        ))}
        {drawn.nodes.map((node) => (
          <Dot key={node.id} node={node} chosen={chosen === node.id} choose={choose} />
        ))}
      </svg>
      <figcaption class="small quiet network-legend">
        <span class="kind-fights">attacks</span> <span class="kind-talks">talks, supports</span>{" "}
        <span class="kind-blames">blames</span> <span class="kind-lasting">belongs, leads, sponsors</span>
      </figcaption>
    </figure>
  );
}

function Arrows() {
  return (
    <defs>
      {(["fights", "talks", "blames", "lasting"] as const).map((kind) => (
        <marker
          key={kind}
          id={`arrow-${kind}`}
          class={`kind-${kind}`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" />
        </marker>
      ))}
    </defs>
  );
}

function Line({ edge, lit, show }: { edge: Edge; lit: boolean; show: (relation: string) => void }) {
  const kind = groupOf(edge.relation.predicate);
  const path = pathOf(edge);
  const words = `${edge.source.actor.name} ${predicateWords(edge.relation.predicate)} ${edge.target.actor.name}`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the table's buttons are the keyboard's way to the same
    <g class={`edge kind-${kind} ${lit ? "lit" : ""}`} onClick={() => show(edge.relation.id)}>
      <title>{words}</title>
      <path class="edge-touch" d={path} />
      <path
        class="edge-line"
        d={path}
        marker-end={kind === "talks" ? undefined : `url(#arrow-${kind})`}
        stroke-width={Math.min(4, 1 + 0.6 * (edge.relation.documents - 1))}
      />
    </g>
  );
}

function pathOf(edge: Edge): string {
  const { source, target, bend } = edge;
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const from = [source.x + ux * source.radius, source.y + uy * source.radius];
  const to = [target.x - ux * (target.radius + 3), target.y - uy * (target.radius + 3)];
  const middle = [(source.x + target.x) / 2 - uy * bend, (source.y + target.y) / 2 + ux * bend];
  return `M${from.map(round).join(" ")}Q${middle.map(round).join(" ")} ${to.map(round).join(" ")}`;
}

function round(value: number): string {
  return value.toFixed(1);
}

function Dot({ node, chosen, choose }: { node: Node; chosen: boolean; choose: (id: string) => void }) {
  const name = node.actor.name.length > LONGEST ? `${node.actor.name.slice(0, LONGEST)}…` : node.actor.name;
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose(node.id);
  };
  return (
    <g
      class={`node ${chosen ? "chosen" : ""} ${node.actor.kind ? "" : "unlisted"}`}
      role="button"
      tabindex={0}
      aria-pressed={chosen}
      aria-label={`${name === node.actor.name ? name : `${name} (${node.actor.name})`}, ${counted(node.actor.relations, "relation")}`}
      onClick={() => choose(node.id)}
      onKeyDown={press}
    >
      <title>{node.actor.name}</title>
      <circle cx={node.x} cy={node.y} r={node.radius} />
      <text x={node.x} y={node.y + node.radius + 13} text-anchor="middle">
        {name}
      </text>
    </g>
  );
}
