/** One incident as a partner would see it, beside ours: the fields that differ, both ways. */
import type { IncidentSummary, Previewed } from "../api/types";
import { valueWords } from "../incident/values";
import { counted } from "../words/amounts";
import { fieldWords } from "../words/labels";

export function Beside({ item }: { item: Previewed }) {
  const ours = item.ours.length === 1 ? (item.ours[0] as IncidentSummary) : null;
  return (
    <li class="beside-ours">
      <p>
        <strong dir="auto">{item.theirs.title}</strong>{" "}
        {item.change && <span class="badge warn">{item.change}</span>}
      </p>
      <p class="small quiet">
        {counted(item.theirs.reports, "report")} of {counted(item.theirs.origins, "origin")} there,{" "}
        {item.ours.map((one) => one.reports).reduce((a, b) => a + b, 0)} here:{" "}
        {item.ours.map((one, n) => (
          <span key={one.id}>
            {n > 0 && ", "}
            <a href={`/incidents/${encodeURIComponent(one.id)}`} dir="auto">
              {one.title}
            </a>
          </span>
        ))}
      </p>
      {ours && item.differs.length > 0 && (
        <Differences theirs={item.theirs} ours={ours} fields={item.differs} />
      )}
    </li>
  );
}

interface Parts {
  theirs: IncidentSummary;
  ours: IncidentSummary;
  fields: string[];
}

function Differences({ theirs, ours, fields }: Parts) {
  return (
    <div class="scroll-x">
      <table class="table compare">
        <thead>
          <tr>
            <th scope="col">Differs</th>
            <th scope="col">The partner would see</th>
            <th scope="col">On record here</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{fieldWords(field)}</th>
              <td dir="auto">{valueWords(field, theirs[field as keyof IncidentSummary])}</td>
              <td dir="auto">{valueWords(field, ours[field as keyof IncidentSummary])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
