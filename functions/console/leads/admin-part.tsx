/** @jsxImportSource hono/jsx */
import { suppressionMark } from "#functions/console/leads/admin-actions.ts";
import type { LeadContent } from "#functions/console/leads/lead-content.ts";
import { suppressionTexts, suspicionTexts } from "#functions/console/leads/lead-words.ts";
import { PostForm } from "#functions/console/pages/post-form.tsx";
import { minuteText } from "#functions/console/pages/since.tsx";
import { isHeld } from "#functions/store/held-steps.ts";
import { type Suppression, suppressionReasons } from "#functions/store/suppressions.ts";

function reasonsText({ why, reasons }: Suppression): string {
  const all = suppressionReasons.filter((reason) => reason === why || reasons[reason] !== undefined);
  return all.map((reason) => suppressionTexts[reason]).join("; ");
}

function AddressForm({ assessment, address, visitor }: LeadContent) {
  const { suppressed } = address;
  const name = suppressed === undefined ? "suppress" : "lift";
  return (
    <PostForm action={`/console/leads/${assessment.id}/${name}`} token={visitor.formToken}>
      <p>
        {suppressed === undefined
          ? "Mail may go to this address."
          : `No mail since ${minuteText(suppressed.at)} UTC: ${reasonsText(suppressed)}.`}
      </p>
      {suppressed === undefined ? null : (
        <input type="hidden" name="seen" value={suppressionMark(suppressed)} />
      )}
      <button type="submit" class="button secondary small-button">
        {suppressed === undefined ? "Stop all mail to this address" : "Let mail go to it again"}
      </button>
    </PostForm>
  );
}

function Held({ assessment, visitor }: LeadContent) {
  const { suspected } = assessment;
  if (suspected === undefined || !isHeld(assessment)) return null;
  return (
    <PostForm action={`/console/leads/${assessment.id}/release`} token={visitor.formToken}>
      <p>
        Held as suspected since {minuteText(suspected.at)}: {suspicionTexts[suspected.why]}. Nothing was
        mailed.
      </p>
      <button type="submit" class="button secondary small-button">
        Release: it is genuine
      </button>
    </PostForm>
  );
}

/** What only an administrator may do: about the address, and about everything held of a person. */
export function AdminPart(content: LeadContent) {
  const { assessment, visitor } = content;
  if (visitor.role !== "admin") return null;
  return (
    <section aria-labelledby="privacy">
      <h2 id="privacy">Address and data</h2>
      <Held {...content} />
      <AddressForm {...content} />
      <PostForm action={`/console/leads/${assessment.id}/copy`} token={visitor.formToken}>
        <p>For somebody who asks what is held about them: everything, as a JSON file.</p>
        <button type="submit" class="button secondary small-button">
          Download a copy
        </button>
      </PostForm>
      <p>
        <a class="console-danger" href={`/console/leads/${assessment.id}/erase`}>
          Erase this person…
        </a>
      </p>
    </section>
  );
}
