/** @jsxImportSource hono/jsx */
import { messagePage } from "#functions/api/pages/message-page.tsx";
import type { Page } from "#functions/api/pages/page.ts";
import type { PulseState } from "#functions/store/pulses.ts";
import type { Edition } from "#shared/edition.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { type PulseQuestion, pulseMinutes, pulseQuestions } from "#shared/pulse/questions.ts";
import { fewestAnswers } from "#shared/pulse/rules.ts";
import { longDate } from "#shared/report/wording.ts";
import { ErrorSummary } from "#shared/views/form/error-summary.tsx";
import { choiceId, type FieldMistakes, type FormValues, mistakeAt } from "#shared/views/form/form-state.ts";
import { type Choice, RadioField } from "#shared/views/form/radio-field.tsx";

export interface PulseFormInput {
  /** The end of the link. */
  invitation: string;
  edition: Edition;
  open: NonNullable<PulseState["open"]>;
  config: FunnelConfig;
  values: FormValues;
  mistakes: FieldMistakes;
}

function choicesOf({ answers, naLabel }: PulseQuestion): Choice[] {
  return [
    ...answers.map((label, level) => ({ value: String(level), label })),
    ...(naLabel === null ? [] : [{ value: "na", label: naLabel, apart: true }]),
    { value: "skip", label: "I would rather not say", apart: naLabel === null },
  ];
}

function Assurance({ open, config }: Pick<PulseFormInput, "open" | "config">) {
  const { openedOn, closesOn, invited } = open;
  return (
    <div class="panel promise">
      <h2>What happens to your answers</h2>
      <ul>
        <li>No name, no address and no time is kept. There is nothing to type.</li>
        <li>
          {`They are locked as they arrive. Nobody can open a single one, ${config.brand.name} included: it takes ${fewestAnswers} used invitations together.`}
        </li>
        <li>
          {`After the end, five or more answers become one rounded number for each of five causes. Fewer than ${fewestAnswers}: they are deleted unread.`}
        </li>
        <li>Nobody is told who answered, or how many.</li>
      </ul>
      <p class="small">
        {`${invited} invitations were made on ${longDate(openedOn)}; the last day is ${longDate(closesOn)}. Are you fewer than ${invited}? Then somebody may hold more than one: ask before you answer.`}
      </p>
    </div>
  );
}

/** Returns the questions of a pulse, in the first person, about conditions. */
export function pulseForm({ invitation, edition, open, config, values, mistakes }: PulseFormInput): Page {
  const questions = pulseQuestions(edition);
  const minutes = pulseMinutes(edition);
  return {
    title: mistakes.length > 0 ? "Please check the form" : "Team pulse",
    content: (
      <div class="assessment wrap pulse" data-mistakes="">
        {mistakes.length === 0 ? null : (
          <ErrorSummary mistakes={mistakes} target={(field) => choiceId(field, "0")} />
        )}
        <h1>How is the work arranged for you?</h1>
        <p class="lead">
          {`${questions.length} questions, about ${minutes === 1 ? "a minute" : `${minutes} minutes`}, about your own working conditions. Whoever leads your infrastructure team asked for it. It is no test of you.`}
        </p>
        <Assurance open={open} config={config} />
        <form method="post" action={`/r/pulse/${invitation}`} novalidate aria-label="Team pulse">
          {questions.map((question) => (
            <RadioField
              key={question.id}
              name={question.id}
              legend={question.text}
              choices={choicesOf(question)}
              value={values[question.id]}
              error={mistakeAt(mistakes, question.id)}
              hint={
                question.id === "OC2" ? "Not asked of you if nobody contacts you: leave it open then." : null
              }
              class="question"
            />
          ))}
          <div class="send">
            <p class="send-note">
              Struggling? This pulse cannot help: occupational health or an employee-assistance line can.
            </p>
            <button type="submit" class="button">
              Send my answers
            </button>
          </div>
        </form>
      </div>
    ),
  };
}

/** Returns the page after sending; the same for an invitation that was used before. */
export function pulseThanks(): Page {
  return messagePage("Thank you", [
    "Each invitation counts once: if this one had been used before, nothing was added.",
    "You can close this page. On a shared computer, close the browser too.",
  ]);
}
