/** @jsxImportSource hono/jsx */
import type { LeadContent } from "#functions/console/leads/lead-content.ts";
import { errorText, stateText, stepText } from "#functions/console/leads/step-words.ts";
import { PostForm } from "#functions/console/pages/post-form.tsx";
import { minuteText } from "#functions/console/pages/since.tsx";
import { isRepeatable } from "#functions/delivery/repeat-step.ts";
import { isOpen, type Step } from "#functions/store/assessment-item.ts";
import { isFailed } from "#functions/store/failed-steps.ts";
import { isHeld } from "#functions/store/held-steps.ts";

function timeText(step: Step): string {
  const at = `${minuteText(step.dueAt)} UTC`;
  const tries = `${step.attempts} ${step.attempts === 1 ? "try" : "tries"}`;
  if (step.state === "sending") return `outcome known by ${at}, ${tries}`;
  if (isOpen(step)) return step.attempts === 0 ? `due ${at}` : `due ${at}, ${tries}`;
  return `${step.deliveredAt === undefined ? at : `${minuteText(step.deliveredAt)} UTC`}, ${tries}`;
}

function Repeat({ step, assessment, visitor }: StepRowProps) {
  if (!isRepeatable(step)) return null;
  return (
    <PostForm action={`/console/leads/${assessment.id}/steps/${step.name}/repeat`} token={visitor.formToken}>
      <button type="submit" class="link-button">
        Send again
        <span class="visually-hidden">: {stepText(step.name)}</span>
      </button>
    </PostForm>
  );
}

interface StepRowProps extends Pick<LeadContent, "assessment" | "visitor"> {
  step: Step;
}

function StepRow(props: StepRowProps) {
  const { step, assessment } = props;
  return (
    <tr>
      <th scope="row">{stepText(step.name)}</th>
      <td>
        <span class={isFailed(step) ? "console-bad" : undefined}>{stateText(step, assessment)}</span>
        {step.lastError === null ? null : <span class="console-under">{errorText(step.lastError)}</span>}
        <span class="console-under">{timeText(step)}</span>
      </td>
      <td>
        <Repeat {...props} />
      </td>
    </tr>
  );
}

/** Every mail and notice of this lead, and what can be done about them. */
export function StepsPart({ assessment, address, visitor }: LeadContent) {
  const { followUpsStopped } = assessment;
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
              <th scope="col">
                <span class="visually-hidden">Action</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {assessment.steps.map((step) => (
              <StepRow key={step.name} step={step} assessment={assessment} visitor={visitor} />
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
        {followUpsStopped !== undefined ? (
          <p>Follow-ups were stopped on {minuteText(followUpsStopped.at)}.</p>
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
