/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { GradeMark } from "#functions/console/leads/grade-mark.tsx";
import { industryTexts, statusTexts } from "#functions/console/leads/lead-words.ts";
import { Since } from "#functions/console/pages/since.tsx";
import { gradeOf } from "#functions/lead-grade.ts";
import { outreachOf } from "#functions/outreach.ts";
import { leadOf } from "#functions/store/lead-fields.ts";
import type { LeadRow } from "#functions/store/lead-rows.ts";
import { roleLabel } from "#shared/profile.ts";

const columns = ["Grade", "Organization", "Industry", "Contact", "Status", "Owner", "Page", "Came"] as const;

/** On a phone a row is a card, and each cell shows the name of its column. */
function Cell({ column, children }: { column: (typeof columns)[number]; children?: Child }) {
  return <td data-column={column}>{children}</td>;
}

function Marks({ assessment, address }: LeadRow) {
  const marks = [
    ...(assessment.suspected ? ["Suspected"] : []),
    ...(assessment.steps.some(({ state }) => state === "failed") ? ["Step failed"] : []),
    ...(address.suppressed ? ["No mail"] : []),
  ];
  return (
    <>
      {marks.map((mark) => (
        <span key={mark} class="console-mark">
          {mark}
        </span>
      ))}
    </>
  );
}

function Row({ row, now }: { row: LeadRow; now: Date }) {
  const { assessment, address } = row;
  const { id, contact, profile, status, source, createdAt } = assessment;
  const { owner } = leadOf(assessment);
  const suppressed = address.suppressed !== undefined;
  return (
    <tr data-lead>
      <Cell column="Grade">
        <GradeMark letter={suppressed ? null : gradeOf(assessment).grade} />
      </Cell>
      <th scope="row" data-column="Organization">
        <a href={`/console/leads/${id}`}>{contact.organisation}</a>
        <span class="console-under">
          {[contact.name, roleLabel(profile.role)].filter(Boolean).join(", ")}
        </span>
        <Marks {...row} />
      </th>
      <Cell column="Industry">{industryTexts[profile.industry]}</Cell>
      <Cell column="Contact">{suppressed ? "–" : outreachOf(assessment)}</Cell>
      <Cell column="Status">{statusTexts[status]}</Cell>
      <Cell column="Owner">{owner?.name ?? "–"}</Cell>
      <Cell column="Page">{source.page ?? "–"}</Cell>
      <Cell column="Came">
        <Since at={createdAt} now={now} />
      </Cell>
    </tr>
  );
}

/** Leads as a table; on a phone as cards. */
export function LeadTable({ rows, now }: { rows: readonly LeadRow[]; now: Date }) {
  return (
    <table class="console-leads">
      <caption class="visually-hidden">Leads, newest first</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.assessment.id} row={row} now={now} />
        ))}
      </tbody>
    </table>
  );
}
