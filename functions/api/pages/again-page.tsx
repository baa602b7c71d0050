/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Page } from "#functions/api/pages/page.ts";
import type { Edition, Question } from "#shared/edition.ts";
import type { AskAgain } from "#shared/progress/ask-again.ts";
import type { StepOutcome } from "#shared/progress/earlier.ts";
import { ConsentFields } from "#shared/views/form/contact-fields.tsx";
import { ErrorSummary } from "#shared/views/form/error-summary.tsx";
import { fieldTarget } from "#shared/views/form/field-target.ts";
import { type FieldMistakes, type FormValues, mistakeAt } from "#shared/views/form/form-state.ts";
import { type FieldContext, QuestionField } from "#shared/views/form/question-field.tsx";
import { RadioField } from "#shared/views/form/radio-field.tsx";
import { TextField } from "#shared/views/form/text-field.tsx";

/** Name of the field that says what became of a step. */
export const outcomeField = (recommendationId: string) => `step-${recommendationId}`;

const outcomeChoices: readonly { value: StepOutcome; label: string }[] = [
  { value: "done", label: "Done" },
  { value: "started", label: "Under way" },
  { value: "put-off", label: "Put off, for a good reason" },
  { value: "not-started", label: "Not started" },
];

interface PlanStep {
  id: string;
  title: string;
  /** Completes "Done when …". */
  proof: string;
}

export interface AgainPageInput {
  token: string;
  edition: Edition;
  asked: AskAgain;
  /** Steps of the earlier plan: those of its first thirty days, then the others. */
  steps: { first: readonly PlanStep[]; later: readonly PlanStep[] };
  /** "November 24, 2026". */
  since: string;
  values: FormValues;
  mistakes: FieldMistakes;
  privacy: FieldContext["privacy"];
  followUps: boolean;
  /** The edition of the earlier answers is another one. */
  otherEdition: boolean;
}

function Part({ id, title, children }: { id: string; title: string; children: Child }) {
  return (
    <section class="form-section again-part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

function Questions({ of, context }: { of: readonly Question[]; context: FieldContext }) {
  return (
    <>
      {of.map((question) => (
        <QuestionField key={question.id} question={question} context={context} />
      ))}
    </>
  );
}

function Folded({ title, of, context }: { title: string; of: readonly Question[]; context: FieldContext }) {
  if (of.length === 0) return null;
  const wrong = of.some(({ id }) => mistakeAt(context.mistakes, id) !== undefined);
  return (
    <details class="more-questions" open={wrong || undefined}>
      <summary>{title}</summary>
      <Questions of={of} context={context} />
    </details>
  );
}

function StepFields({ steps, values }: { steps: readonly PlanStep[]; values: FormValues }) {
  return (
    <>
      {steps.map(({ id, title, proof }) => (
        <RadioField
          key={id}
          name={outcomeField(id)}
          legend={title}
          hint={`Done when ${proof}.`}
          choices={outcomeChoices}
          value={values[outcomeField(id)]}
          class="question in-a-row"
        />
      ))}
    </>
  );
}

function Steps({ steps: { first, later }, values }: AgainPageInput) {
  if (first.length + later.length === 0) return null;
  const spoken = later.some(({ id }) => values[outcomeField(id)] !== undefined);
  return (
    <Part id="again-steps" title="What became of the plan?">
      <p class="section-introduction">
        Leave a step out if you cannot say. Put off for a good reason is a good answer.
      </p>
      <StepFields steps={first} values={values} />
      {later.length === 0 ? null : (
        <details class="more-questions" open={spoken || undefined}>
          <summary>{`The later steps of the plan: ${later.length} (optional)`}</summary>
          <StepFields steps={later} values={values} />
        </details>
      )}
    </Part>
  );
}

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `one ${one}` : `${count} ${many}`;

function Answers({ asked, context }: { asked: AskAgain; context: FieldContext }) {
  const open = [...asked.required, ...asked.first];
  const optional = asked.unasked.filter((question) => !asked.required.includes(question));
  return (
    <>
      <Part id="again-open" title="What was weak or open">
        {open.length === 0 ? (
          <p class="section-introduction">Nothing was. Look through the rest below.</p>
        ) : (
          <p class="section-introduction">
            {`${counted(open.length, "question", "questions")}, open ones first, with your answer chosen. Change what is different now.`}
          </p>
        )}
        <Questions of={open} context={context} />
      </Part>
      <Part id="again-rest" title="What was fine, or not asked">
        <Folded
          title={`Did any of these change? ${counted(asked.settled.length, "answer stays", "answers stay")} as they were otherwise`}
          of={asked.settled}
          context={context}
        />
        <Folded
          title={`Never answered: ${counted(optional.length, "question", "questions")} for a surer report (optional)`}
          of={optional}
          context={context}
        />
      </Part>
    </>
  );
}

function Send({ values, followUps }: AgainPageInput) {
  return (
    <Part id="again-send" title="Send">
      <ConsentFields values={values} followUps={followUps} />
      <div class="send">
        <p class="send-note" id="send-note">
          The new report goes to the same address. The one of before stays as it is.
        </p>
        <button type="submit" class="button" aria-describedby="send-note">
          Show me what changed
        </button>
      </div>
    </Part>
  );
}

/**
 * Returns the form that measures again: earlier answers filled in, what may have changed first. It is read from top to
 * bottom as it came; no script turns its pages.
 */
export function againPage(input: AgainPageInput): Page {
  const { token, edition, asked, since, values, mistakes, privacy } = input;
  const context: FieldContext = { edition, values, mistakes, privacy };
  return {
    title: mistakes.length > 0 ? "Please check the form" : "Measure again",
    content: (
      <div class="assessment wrap again" data-mistakes="">
        {mistakes.length === 0 ? null : (
          <ErrorSummary mistakes={mistakes} target={(field) => fieldTarget(edition, field)} />
        )}
        <h1 id="section-contact-title">Measure again</h1>
        <p class="lead">{`Your answers of ${since} are filled in. You see what may have changed, the rest is folded away.`}</p>
        {input.otherEdition ? (
          <p class="note">
            The questions have a new edition. Those that changed are asked anew, and only what both editions
            ask is compared.
          </p>
        ) : null}
        <form method="post" action={`/r/${token}/again`} novalidate aria-label="Measure again">
          <input type="hidden" name="submissionId" value={values.submissionId} />
          <p class="instruction">{edition.instruction}</p>
          <Part id="again-team" title="Your team">
            <TextField
              name="infrastructurePeople"
              label="How many people run your infrastructure?"
              value={values.infrastructurePeople}
              error={mistakeAt(mistakes, "infrastructurePeople")}
              inputmode="numeric"
              maxlength={6}
              size="short"
            />
          </Part>
          <Steps {...input} />
          <Answers asked={asked} context={context} />
          <Send {...input} />
        </form>
      </div>
    ),
  };
}
