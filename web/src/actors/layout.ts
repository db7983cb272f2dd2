/** Where each actor of the graph is drawn: forces until they rest, the same every time. */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import type { Actor, Graph, Relation } from "../api/types";

export interface Node extends SimulationNodeDatum {
  id: string;
  actor: Actor;
  radius: number;
  x: number;
  y: number;
}

export interface Edge extends SimulationLinkDatum<Node> {
  source: Node;
  target: Node;
  relation: Relation;
  /** Nth of several between the same two, drawn apart. */
  bend: number;
}

export interface Drawn {
  nodes: Node[];
  edges: Edge[];
  box: [number, number, number, number];
}

const TICKS = 260;
const MOST_EDGES = 140;

/** The relations that most documents tell of, and the actors at their ends. */
export function layout(graph: Graph): Drawn {
  const relations = graph.edges.filter((e) => e.subject !== e.object).slice(0, MOST_EDGES);
  const ends = new Set(relations.flatMap((r) => [r.subject, r.object]));
  const nodes = graph.nodes.filter((n) => ends.has(n.id)).map(started);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges = bent(relations, byId);
  const simulation = forceSimulation(nodes)
    .force("link", forceLink<Node, Edge>(edges).distance(115).strength(0.35))
    .force("charge", forceManyBody().strength(-330))
    .force("x", forceX(0).strength(0.045))
    .force("y", forceY(0).strength(0.075))
    .force(
      "collide",
      forceCollide<Node>((n) => n.radius + 26),
    )
    .stop();
  simulation.tick(TICKS);
  return { nodes, edges, box: boxOf(nodes) };
}

/** A spiral from the busiest outwards: no chance is involved, so that a graph looks the same each time. */
function started(actor: Actor, n: number): Node {
  const angle = n * 2.4;
  const away = 22 * Math.sqrt(n + 1);
  return {
    id: actor.id,
    actor,
    radius: 6 + Math.min(14, 2.2 * Math.sqrt(actor.relations)),
    x: Math.cos(angle) * away,
    y: Math.sin(angle) * away,
  };
}

function bent(relations: Relation[], byId: Map<string, Node>): Edge[] {
  const seen = new Map<string, number>();
  return relations.flatMap((relation) => {
    const source = byId.get(relation.subject);
    const target = byId.get(relation.object);
    if (!source || !target) return [];
    const pair = [relation.subject, relation.object].sort().join("~");
    const nth = seen.get(pair) ?? 0;
    seen.set(pair, nth + 1);
    const turn = relation.subject < relation.object ? 1 : -1;
    return [
      { source, target, relation, bend: turn * (nth % 2 === 0 ? 1 : -1) * Math.ceil((nth + 1) / 2) * 14 },
    ];
  });
}

function boxOf(nodes: Node[]): Drawn["box"] {
  const xs = nodes.map((n) => n.x);
  const ys = nodes.map((n) => n.y);
  const [left, top] = [Math.min(...xs) - 90, Math.min(...ys) - 45];
  return [left, top, Math.max(...xs) + 90 - left, Math.max(...ys) + 50 - top];
}
