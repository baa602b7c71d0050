/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { GradeMark } from "#functions/console/leads/grade-mark.tsx";
import { industryTexts, statusTexts } from "#functions/console/leads/lead-words.ts";
import { shownGrade, shownOutreach } from "#functions/console/leads/shown-lead.ts";
import { Since } from "#functions/console/pages/since.tsx";
import { hasFailed } from "#functions/store/failed-steps.ts";
import { isHeld } from "#functions/store/held-steps.ts";
import type { LeadRow } from "#functions/store/lead-rows.ts";
import { salesRecordOf } from "#functions/store/sales-record.ts";
import { roleLabel } from "#shared/profile.ts";

const names = ["Grade", "Organization", "Industry", "Contact", "Status", "Owner"] as const;
type Column = (typeof names)[number] | "Page" | "Touched" | "Came";

/** Where each lead came from, or when somebody last did something about it. */
export type LastColumn = "Page" | "Touched";

/** On a phone a row is a card, and each cell shows the name of its column. */
function Cell({ column, children }: { column: Column; children?: Child }) {
  return <td data-column={column}>{children}</td>;
}

function Marks({ assessment, address }: LeadRow) {
  const marks = [
    ...(isHeld(assessment) ? ["Held"] : []),
    ...(hasFailed(assessment) ? ["Step failed"] : []),
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

/** Returns when somebody last did something about a lead; when it came, where nobody has. */
export function touchedAt({ assessment }: LeadRow): string {
  return salesRecordOf(assessment).history.at(-1)?.at ?? assessment.createdAt;
}

const noOutreach = "none: report only";

function Row({ row, last, now }: { row: LeadRow; last: LastColumn; now: Date }) {
  const { assessment, address } = row;
  const { id, contact, profile, status, source, createdAt } = assessment;
  const { owner } = salesRecordOf(assessment);
  const outreach = shownOutreach(row);
  const suppressed = address.suppressed !== undefined;
  return (
    <tr data-lead>
      <Cell column="Grade">
        <GradeMark letter={shownGrade(row)} />
      </Cell>
      <th scope="row" data-column="Organization">
        <a href={`/console/leads/${id}`}>{contact.organisation}</a>
        <span class="console-under">
          {[contact.name, roleLabel(profile.role)].filter(Boolean).join(", ")}
        </span>
        <Marks {...row} />
      </th>
      <Cell column="Industry">{industryTexts[profile.industry]}</Cell>
      <Cell column="Contact">{suppressed ? "–" : outreach === "none" ? noOutreach : outreach}</Cell>
      <Cell column="Status">{statusTexts[status]}</Cell>
      <Cell column="Owner">{owner?.name ?? "–"}</Cell>
      <Cell column={last}>
        {last === "Page" ? (source.page ?? "–") : <Since at={touchedAt(row)} now={now} />}
      </Cell>
      <Cell column="Came">
        <Since at={createdAt} now={now} />
      </Cell>
    </tr>
  );
}

interface LeadTableProps {
  rows: readonly LeadRow[];
  now: Date;
  last?: LastColumn;
}

/** Leads as a table; on a phone as cards. */
export function LeadTable({ rows, now, last = "Page" }: LeadTableProps) {
  const columns: readonly Column[] = [...names, last, "Came"];
  return (
    <table class="console-leads">
      <caption class="visually-hidden">Leads</caption>
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
          <Row key={row.assessment.id} row={row} last={last} now={now} />
        ))}
      </tbody>
    </table>
  );
}
