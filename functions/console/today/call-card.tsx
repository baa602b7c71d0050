/** @jsxImportSource hono/jsx */
import type { Visitor } from "#functions/console/dependencies.ts";
import { Contact, sentence } from "#functions/console/leads/dossier-part.tsx";
import { GradeMark } from "#functions/console/leads/grade-mark.tsx";
import { shownGrade } from "#functions/console/leads/shown-lead.ts";
import { PostForm } from "#functions/console/pages/post-form.tsx";
import { Since } from "#functions/console/pages/since.tsx";
import type { Call } from "#functions/console/today/call-list.ts";
import { salesRecordOf } from "#functions/store/sales-record.ts";
import type { Dossier } from "#shared/sales/dossier.ts";

interface CallCardProps extends Call {
  dossier: Dossier;
  visitor: Visitor;
  now: Date;
}

/** One call: who, how, why, the first question, what to avoid. */
export function CallCard({ row, grade, dossier, visitor, now }: CallCardProps) {
  const { assessment, address } = row;
  const { organisation } = assessment.contact;
  const [opener] = dossier.openers;
  const heading = `call-${assessment.id}`;
  return (
    <li class="console-card">
      <div class="console-title">
        <GradeMark letter={shownGrade(row)} />
        <div>
          <h3 id={heading}>
            <a href={`/console/leads/${assessment.id}`}>{organisation}</a>
          </h3>
          <p class="console-under">
            {dossier.who} · came <Since at={assessment.createdAt} now={now} /> ago
          </p>
        </div>
      </div>
      <Contact dossier={dossier} address={address} />
      <p>{sentence(grade.summary)}</p>
      {opener === undefined ? null : (
        <p>
          <span class="label">Ask</span> <strong>“{opener.ask}”</strong>
        </p>
      )}
      <p>
        <span class="label">Not</span> {sentence(dossier.not)}
      </p>
      <PostForm action={`/console/leads/${assessment.id}/status`} token={visitor.formToken}>
        <input type="hidden" name="seen" value={String(salesRecordOf(assessment).revision)} />
        <input type="hidden" name="back" value="today" />
        <button type="submit" class="button secondary small-button" name="status" value="contacted">
          Contacted
          <span class="visually-hidden"> {organisation}</span>
        </button>
      </PostForm>
    </li>
  );
}
