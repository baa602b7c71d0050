/** @jsxImportSource hono/jsx */
import type { LeadContent } from "#functions/console/leads/lead-content.ts";
import { errorText, stateText, stepText } from "#functions/console/leads/lead-words.ts";
import { PostForm } from "#functions/console/pages/post-form.tsx";
import { minuteText } from "#functions/console/pages/since.tsx";
import { isOpen, type Step } from "#functions/store/assessment-item.ts";
import { isFailed } from "#functions/store/failed-steps.ts";
import { isHeld } from "#functions/store/suspected-leads.ts";

function timeText(step: Step): string {
  const at = minuteText(step.dueAt);
  if (step.state === "sending") return `outcome known by ${at}`;
  return isOpen(step) ? `due ${at}` : at;
}

function StepRow({ step }: { step: Step }) {
  return (
    <tr>
      <th scope="row">{stepText(step.name)}</th>
      <td>
        <span class={isFailed(step) ? "console-bad" : undefined}>{stateText(step.state)}</span>
        {step.lastError === null ? null : <span class="console-under">{errorText(step.lastError)}</span>}
      </td>
      <td>{timeText(step)}</td>
      <td class="number">{step.attempts}</td>
    </tr>
  );
}

/** Every mail and notice of this lead, and what can be done about them. */
export function StepsPart({ assessment, address, record, visitor }: LeadContent) {
  const action = (name: string) => `/console/leads/${assessment.id}/${name}`;
  const { formToken: token } = visitor;
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">Mails and steps</h2>
      <div class="table-scroll">
        <table class="console-table">
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">State</th>
              <th scope="col">Time (UTC)</th>
              <th scope="col" class="number">
                Tries
              </th>
            </tr>
          </thead>
          <tbody>
            {assessment.steps.map((step) => (
              <StepRow key={step.name} step={step} />
            ))}
          </tbody>
        </table>
      </div>
      <div class="console-buttons">
        {address.suppressed !== undefined || isHeld(assessment) ? null : (
          <PostForm action={action("resend")} token={token}>
            <button type="submit" class="button secondary small-button">
              Mail the report again
            </button>
          </PostForm>
        )}
        {record.followUpsStoppedAt !== null ? (
          <p>Follow-ups were stopped on {minuteText(record.followUpsStoppedAt)}.</p>
        ) : assessment.consent.followUps ? (
          <PostForm action={action("stop-follow-ups")} token={token}>
            <button type="submit" class="button secondary small-button">
              Stop follow-ups
            </button>
          </PostForm>
        ) : (
          <p>No follow-ups: they did not ask for any.</p>
        )}
      </div>
    </section>
  );
}
