/** Changes of a lead by a person: each on record with who and when, none over something unseen. */
import type { Assessment } from "#functions/store/assessment-item.ts";
import { type AssessmentChange, changeAssessment } from "#functions/store/assessments.ts";
import {
  type ChangeKind,
  type LeadChange,
  type Person,
  type SalesRecord,
  salesRecordOf,
} from "#functions/store/sales-record.ts";
import type { Table } from "#functions/store/table.ts";

/** The history keeps so many entries; the oldest go first. */
const mostHistory = 400;

export interface LeadEdit {
  what: ChangeKind;
  from: string | null;
  to: string | null;
  /** Fields of the sales record that change. */
  sales?: Partial<SalesRecord>;
  /** Fields of the assessment that change. */
  assessment?: Omit<AssessmentChange, "sales" | "lease"> | null;
}

/** Who made a change, and when. */
export interface Made {
  by: Person;
  at: Date;
}

export interface Editing extends Made {
  /** Revision of the record that the person had before their eyes; null where an older one does no harm. */
  seen: number | null;
}

export type EditResult =
  | { kind: "changed" | "unchanged"; assessment: Assessment }
  /** Somebody else changed the same thing after the person had looked. */
  | { kind: "conflict"; assessment: Assessment; other: LeadChange }
  | { kind: "gone" };

function unseenChange({ history, revision }: SalesRecord, what: ChangeKind, seen: number | null) {
  if (seen === null || seen >= revision) return undefined;
  return history.slice(seen - revision).findLast((change) => change.what === what);
}

function edited(assessment: Assessment, edit: LeadEdit, { by, at }: Made): AssessmentChange {
  const record = salesRecordOf(assessment);
  const { what, from, to } = edit;
  const change: LeadChange = { at: at.toISOString(), by, what, from, to };
  const history = [...record.history, change].slice(-mostHistory);
  return {
    ...edit.assessment,
    sales: { ...record, ...edit.sales, history, revision: record.revision + 1 },
  };
}

/** Returns the lead after an edit, with its entry in the history. */
export function withEdit(assessment: Assessment, edit: LeadEdit, made: Made): Assessment {
  return { ...assessment, ...edited(assessment, edit, made) };
}

/**
 * Writes what `edit` makes of the lead as last read, with an entry in its history.
 * @param edit returns null when there is nothing to change
 */
export async function changeLead(
  table: Table,
  id: string,
  editing: Editing,
  edit: (assessment: Assessment) => LeadEdit | null,
): Promise<EditResult> {
  let outcome: EditResult = { kind: "gone" };
  const changed = await changeAssessment(table, id, (assessment) => {
    const wanted = edit(assessment);
    outcome = { kind: "unchanged", assessment };
    if (wanted === null) return null;
    const other = unseenChange(salesRecordOf(assessment), wanted.what, editing.seen);
    if (other !== undefined) {
      outcome = { kind: "conflict", assessment, other };
      return null;
    }
    return edited(assessment, wanted, editing);
  });
  return changed === null ? outcome : { kind: "changed", assessment: changed };
}
