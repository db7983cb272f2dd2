/** What is known of one actor, and the latest incidents that it stands in. */
import type { ActorDetail } from "../api/types";
import { useAnswer } from "../api/use";
import { setQuery } from "../routing/location";
import { counted, number } from "../words/amounts";
import { spanWords } from "../words/dates";

export function ActorCard({ id, name }: { id: string; name: string }) {
  const { data } = useAnswer<ActorDetail>(`/actors/${encodeURIComponent(id)}`);
  return (
    <section class="card actor-card" aria-label={name}>
      <div class="actor-card-head">
        <div>
          <h2 dir="auto">{name}</h2>
          {data && <p class="quiet small">{about(data)}</p>}
        </div>
        <button type="button" class="button small" onClick={() => setQuery({ actor: null }, false)}>
          All actors
        </button>
      </div>
      {data && (
        <p class="small">
          Named as the one who acts in {counted(data.incidents_as_actor, "incident")}, as the one acted on in{" "}
          {number(data.incidents_as_recipient)}.
        </p>
      )}
      {data && data.incidents.length > 0 && (
        <details>
          <summary>Its latest incidents</summary>
          <ul class="small rows">
            {data.incidents.map((incident) => (
              <li key={incident.id}>
                <a href={`/incidents/${encodeURIComponent(incident.id)}`}>{incident.title}</a>{" "}
                <span class="quiet">{spanWords(incident.when)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function about(actor: ActorDetail): string {
  const known = [actor.kind, actor.sector, actor.country].filter(Boolean).join(", ");
  const also = actor.aliases.slice(0, 6).join(", ");
  return [known || "not in the registry: a name that reports use", also && `also ${also}`]
    .filter(Boolean)
    .join("; ");
}
