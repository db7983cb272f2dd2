/** What came from a partner, what became of each object, and where its claims differ from others', side by side. */
import { useState } from "preact/hooks";
import { post } from "../api/client";
import type { Conflict, Mapped, Partner, Receipt } from "../api/types";
import { Claims } from "../incident/claims";
import { valueWords } from "../incident/values";
import { Pages } from "../parts/more";
import { say } from "../parts/toast";
import { may } from "../session/session";
import { counted } from "../words/amounts";
import { momentWords } from "../words/dates";
import { fieldWords } from "../words/labels";
import { sizeWords } from "../words/sharing";
import "../incident/incident.css";
import { Reply } from "./reply";

export function Inbound({ partner, done }: { partner: Partner; done: () => void }) {
  return (
    <>
      <section class="card" aria-label="Deliveries">
        <h2>Came from {partner.name}</h2>
        <Pages<Receipt>
          path="/inbound"
          query={{ partner: partner.id, limit: 20 }}
          label="deliveries"
          empty={<p class="quiet">Nothing that came from this partner was kept.</p>}
        >
          {(items) => (
            <ul class="rows">
              {items.map((receipt) => (
                <Delivery key={receipt.number} receipt={receipt} done={done} />
              ))}
            </ul>
          )}
        </Pages>
      </section>
      <section class="card" aria-label="Where it differs">
        <h2>Where it differs from others</h2>
        <Pages<Conflict>
          path="/inbound/conflicts"
          query={{ partner: partner.id, limit: 10 }}
          label="conflicts"
          empty={<p class="quiet">No incident is told differently by this partner.</p>}
        >
          {(items) => (
            <ul class="rows">
              {items.map((conflict) => (
                <ConflictItem key={conflict.incident.id} conflict={conflict} partner={partner} />
              ))}
            </ul>
          )}
        </Pages>
      </section>
    </>
  );
}

function Delivery({ receipt, done }: { receipt: Receipt; done: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <p>
        <strong dir="auto">
          {receipt.number}. {receipt.origin}
        </strong>{" "}
        <span class="small quiet">{momentWords(receipt.at)}</span>
      </p>
      <p class="small">
        {counted(receipt.objects, "new object")}, {counted(receipt.documents, "document")} made of them ·{" "}
        {receipt.media}, {sizeWords(receipt.size)}
      </p>
      <p class="small quiet digest">SHA-256 {receipt.digest}</p>
      {receipt.not_mapped.length > 0 && (
        <details>
          <summary>{counted(receipt.not_mapped.length, "line")} of what no claim was made of</summary>
          <ul class="small narrowings">
            {receipt.not_mapped.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </details>
      )}
      <details onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary>What became of each object</summary>
        {open && <Objects receipt={receipt} done={done} />}
      </details>
    </li>
  );
}

function Objects({ receipt, done }: { receipt: Receipt; done: () => void }) {
  const [about, setAbout] = useState<Mapped | null>(null);
  const reply = async (object: string, opinion: string | null, text: string) => {
    await post(`/partners/${encodeURIComponent(receipt.partner)}/replies`, { object, opinion, text });
    say("Kept; the next release tells it to the partner, and to nobody else.");
    done();
  };
  return (
    <>
      <Pages<Mapped>
        path={`/inbound/${receipt.number}`}
        query={{ limit: 50 }}
        label="objects"
        empty={<p class="quiet">Nothing in it was new.</p>}
      >
        {(items) => (
          <div class="scroll-x">
            <table class="table mapped">
              <thead>
                <tr>
                  <th scope="col">Object</th>
                  <th scope="col">Became</th>
                  <th scope="col">
                    <span class="unseen">Act</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={`${one.id} ${one.version}`}>
                    <td>
                      <span class="badge">{one.type}</span> <span dir="auto">{one.name}</span>
                      <br />
                      <span class="small quiet">{one.id}</span>
                    </td>
                    <td>
                      <Became one={one} />
                    </td>
                    <td>
                      {may("share") && REPLIED_TO.includes(one.type) && (
                        <button type="button" class="button small" onClick={() => setAbout(one)}>
                          Reply<span class="unseen"> to {one.id}</span>
                        </button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Pages>
      {about && (
        <Reply named={about.name || about.id} id={about.id} close={() => setAbout(null)} send={reply} />
      )}
    </>
  );
}

const REPLIED_TO = ["incident", "report", "sighting", "grouping", "note"];

function Became({ one }: { one: Mapped }) {
  return (
    <>
      {one.became}
      {one.document && (
        <>
          {" "}
          <a class="small" href={`/documents/${encodeURIComponent(one.document)}`}>
            {one.document}
          </a>
        </>
      )}
      {one.incidents.map((id) => (
        <span key={id}>
          {" "}
          <a class="small" href={`/incidents/${encodeURIComponent(id)}`}>
            {id}
          </a>
        </span>
      ))}
    </>
  );
}

function ConflictItem({ conflict, partner }: { conflict: Conflict; partner: Partner }) {
  const link = `/incidents/${encodeURIComponent(conflict.incident.id)}`;
  return (
    <li class="conflict">
      <h3>
        <a href={link} dir="auto">
          {conflict.incident.title}
        </a>
      </h3>
      {conflict.fields.map((field) => (
        <div key={field.field} class="conflict-field">
          <p class="small">
            <strong>{fieldWords(field.field)}</strong>, now {valueWords(field.field, field.value)}
          </p>
          <div class="two">
            <div>
              <h4>{partner.id} tells</h4>
              <Claims field={field.field} claims={field.claims.filter((c) => c.partner === partner.id)} />
            </div>
            <div>
              <h4>Others tell</h4>
              <Claims field={field.field} claims={field.claims.filter((c) => c.partner !== partner.id)} />
            </div>
          </div>
        </div>
      ))}
    </li>
  );
}
