/** The current value of each field, the rule that chose it, what people said of it, and every claim under it. */
import type { Field } from "../api/types";
import { mayJudge } from "../session/session";
import { fieldWords } from "../words/labels";
import { Claims } from "./claims";
import type { Ask } from "./judging";
import { NOT_SAID, valueWords } from "./values";

export function Fields({ fields, ask }: { fields: Field[]; ask: (ask: Ask) => void }) {
  const said = fields.filter((f) => f.claims.length > 0 || valueWords(f.field, f.value) !== NOT_SAID);
  const unsaid = fields.filter((f) => !said.includes(f));
  return (
    <>
      <div class="fields">
        {said.map((field) => (
          <FieldItem key={field.field} field={field} ask={ask} />
        ))}
      </div>
      {unsaid.length > 0 && (
        <p class="quiet small unsaid">
          No report says: {unsaid.map((f) => fieldWords(f.field).toLowerCase()).join(", ")}.
          {mayJudge.value && (
            <>
              {" "}
              <button
                type="button"
                class="button small"
                onClick={() => ask({ action: "correct", field: unsaid[0]?.field ?? "mode" })}
              >
                Add one
              </button>
            </>
          )}
        </p>
      )}
    </>
  );
}

function FieldItem({ field, ask }: { field: Field; ask: (ask: Ask) => void }) {
  const name = fieldWords(field.field);
  return (
    <section class="field-row" aria-label={name}>
      <h3>{name}</h3>
      <div class="field-now">
        <p class={`field-value field-${field.field}`}>{valueWords(field.field, field.value)}</p>
        <p class="small quiet field-rule">
          {field.rule && <>chosen as: {field.rule}</>}
          {field.judgement && <span class="badge good">a person decided, no. {field.judgement}</span>}
          {field.conflict && <span class="badge warn">reports differ</span>}
          {field.disputed && <span class="badge bad">disputed</span>}
        </p>
      </div>
      {mayJudge.value && (
        <div class="field-acts" role="group" aria-label={`Decide on: ${name}`}>
          <button
            type="button"
            class="button small"
            onClick={() => ask({ action: "confirm", field: field.field })}
          >
            Confirm
          </button>
          <button
            type="button"
            class="button small"
            onClick={() => ask({ action: "correct", field: field.field, value: field.value })}
          >
            Correct
          </button>
          <button
            type="button"
            class="button small"
            onClick={() => ask({ action: "dispute", field: field.field })}
          >
            Dispute
          </button>
        </div>
      )}
      {field.claims.length > 0 && (
        <details class="field-claims" open={field.conflict}>
          <summary>
            {field.claims.length === 1 ? "1 claim" : `${field.claims.length} claims`}
            <span class="unseen"> of: {name}</span>
          </summary>
          <Claims field={field.field} claims={field.claims} />
        </details>
      )}
    </section>
  );
}
