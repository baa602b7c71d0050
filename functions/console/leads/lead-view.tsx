/** @jsxImportSource hono/jsx */
import { AdminPart } from "#functions/console/leads/admin-part.tsx";
import { AnswersPart } from "#functions/console/leads/answers-part.tsx";
import { DossierPart } from "#functions/console/leads/dossier-part.tsx";
import { GradeMark } from "#functions/console/leads/grade-mark.tsx";
import { HistoryPart } from "#functions/console/leads/history-part.tsx";
import type { LeadContent } from "#functions/console/leads/lead-content.ts";
import { LeadTable } from "#functions/console/leads/lead-table.tsx";
import { ManagePart } from "#functions/console/leads/manage-part.tsx";
import { NotesPart } from "#functions/console/leads/notes-part.tsx";
import { shownGrade } from "#functions/console/leads/shown-lead.ts";
import { StepsPart } from "#functions/console/leads/steps-part.tsx";
import { Since } from "#functions/console/pages/since.tsx";
import { isHeld } from "#functions/store/held-steps.ts";

const doneTexts: Readonly<Record<string, string>> = {
  status: "The status is saved.",
  owner: "The owner is saved.",
  note: "The note is added.",
  resend: "The report is on its way again.",
  repeat: "It is on its way again.",
  "follow-ups": "The follow-ups are stopped.",
  suppressed: "No more mail goes to this address.",
  lifted: "Mail may go to this address again.",
  released: "The lead is released, and what it waits for is on its way.",
  nothing: "Nothing had to be changed.",
};

function Notice({ done, unsaved }: Pick<LeadContent, "done" | "unsaved">) {
  if (unsaved !== null)
    return (
      <div class="error-summary" role="alert" tabindex={-1} data-error-summary>
        <p>{unsaved.message}</p>
      </div>
    );
  const text = done === null ? undefined : doneTexts[done];
  return text === undefined ? null : (
    <p class="console-done" role="status">
      {text}
    </p>
  );
}

function Title({ assessment, address, now }: LeadContent) {
  const { contact, source, createdAt } = assessment;
  const from = [source.page, source.utm_campaign].filter(Boolean).join(", campaign ");
  return (
    <div class="console-title">
      <GradeMark letter={shownGrade({ assessment, address })} />
      <div>
        <h1>{contact.organisation}</h1>
        <p class="console-under">
          Came <Since at={createdAt} now={now} /> ago{from === "" ? "" : ` from ${from}`}
        </p>
        {isHeld(assessment) ? <span class="console-mark">Held</span> : null}
        {address.suppressed ? <span class="console-mark">No mail</span> : null}
      </div>
    </div>
  );
}

/** Everything about one lead; what is needed for the call comes first. */
export function LeadView(content: LeadContent) {
  const { others, visitor, now } = content;
  return (
    <>
      <p class="console-jump">
        <a href="/console/leads">All leads</a>
        <a href="#manage" class="narrow-only">
          Status and notes
        </a>
        {visitor.role === "admin" ? <a href="#privacy">Address and data</a> : null}
      </p>
      <Notice {...content} />
      <Title {...content} />
      <div class="console-lead">
        <div class="console-column">
          <DossierPart {...content} />
          <AnswersPart {...content} />
        </div>
        <div class="console-column">
          <ManagePart {...content} />
          <NotesPart {...content} />
          <StepsPart {...content} />
          <HistoryPart {...content} />
          <AdminPart {...content} />
        </div>
      </div>
      {others.length === 0 ? null : (
        <section aria-labelledby="others">
          <h2 id="others">Other assessments of this mailbox</h2>
          <LeadTable rows={others} now={now} />
        </section>
      )}
    </>
  );
}
