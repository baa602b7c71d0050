/** @jsxImportSource hono/jsx */
import type { FormValues } from "./form-state.ts";

const sourceNames = ["utm_source", "utm_medium", "utm_campaign"] as const;

/** Returns what travels with the answers unseen, and the trap that only programs fill in. */
export function HiddenFields(props: { edition: string; values: FormValues; page: string | undefined }) {
  const { values } = props;
  return (
    <>
      <input type="hidden" name="edition" value={props.edition} />
      <input type="hidden" name="page" value={values.page ?? props.page ?? ""} />
      {values.submissionId ? <input type="hidden" name="submissionId" value={values.submissionId} /> : null}
      {sourceNames.map((name) => (
        <input key={name} type="hidden" name={name} value={values[name] ?? ""} />
      ))}
      <div class="trap" aria-hidden="true">
        <label for="website">Leave this empty</label>
        <input type="text" id="website" name="website" value="" tabindex={-1} autocomplete="off" />
      </div>
    </>
  );
}
