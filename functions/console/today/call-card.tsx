/** @jsxImportSource hono/jsx */
import type { Visitor } from "#functions/console/dependencies.ts";
import { Contact, sentence } from "#functions/console/leads/dossier.tsx";
import { GradeMark } from "#functions/console/leads/grade-mark.tsx";
import { PostForm } from "#functions/console/pages/post-form.tsx";
import { Since } from "#functions/console/pages/since.tsx";
import { gradeOf } from "#functions/lead-grade.ts";
import type { SalesLead } from "#functions/mail/sales-lead.ts";
import { leadOf } from "#functions/store/lead-fields.ts";
import type { LeadRow } from "#functions/store/lead-rows.ts";

interface CallCardProps {
  row: LeadRow;
  dossier: SalesLead;
  visitor: Visitor;
  now: Date;
}

/** One call: who, how, why, the first question, what to avoid. */
export function CallCard({ row, dossier, visitor, now }: CallCardProps) {
  const { assessment, address } = row;
  const [opener] = dossier.openers;
  const heading = `call-${assessment.id}`;
  return (
    <li class="console-card">
      <div class="console-title">
        <GradeMark letter={dossier.letter} />
        <div>
          <h3 id={heading}>
            <a href={`/console/leads/${assessment.id}`}>{dossier.organisation}</a>
          </h3>
          <p class="console-under">
            {dossier.name ?? "No name"}, {dossier.role} · came <Since at={assessment.createdAt} now={now} />{" "}
            ago
          </p>
        </div>
      </div>
      <Contact dossier={dossier} address={address} />
      <p>{sentence(gradeOf(assessment).summary)}</p>
      {opener === undefined ? null : (
        <p>
          <span class="label">Ask</span> <strong>“{opener.question}”</strong>
        </p>
      )}
      <p>
        <span class="label">Avoid</span> {dossier.notToSay}
      </p>
      <PostForm action={`/console/leads/${assessment.id}/status`} token={visitor.formToken}>
        <input type="hidden" name="seen" value={String(leadOf(assessment).revision)} />
        <input type="hidden" name="back" value="today" />
        <button type="submit" class="button secondary small-button" name="status" value="contacted">
          Contacted
          <span class="visually-hidden"> {dossier.organisation}</span>
        </button>
      </PostForm>
    </li>
  );
}
