/** What becomes of a sample lead after it came: their own acts, and what sales made of it. None of it in the future. */
import { personId } from "#functions/console/sign-in/identity.ts";
import { type LeadEdit, withEdit } from "#functions/leads/change-lead.ts";
import { afterAction, afterBooking } from "#functions/leads/lead-changes.ts";
import { addNote, type EditContext, setOwner, setStatus } from "#functions/leads/lead-edits.ts";
import { type Assessment, owedStep } from "#functions/store/assessment-item.ts";
import type { RecordedAction } from "#functions/store/lead-actions.ts";
import type { Person } from "#functions/store/sales-record.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { type LeadStatus, lossReasons } from "#shared/sales/lead-status.ts";
import type { Chance } from "./chance.ts";
import { localPeople } from "./sign-in-provider.ts";

/** "Sales" keeps most leads; the administrator has some. */
const people: readonly Person[] = localPeople.map(({ id, name }) => ({ id: personId(id), name }));

/** What goes into a life beside the lead. */
export interface SampleLife {
  chance: Chance;
  config: FunnelConfig;
  now: Date;
  /** Has what was owed by then done. */
  settle(lead: Assessment, at: Date): Assessment;
}

/** What they did themselves after sending it. */
function laterActions(lead: Assessment, chance: Chance): RecordedAction[] {
  const asked = lead.steps.some(({ name, state }) => name === "confirmation" && state === "done");
  const confirmed: RecordedAction[] = asked && chance.share() < 0.8 ? ["confirmed"] : [];
  const share = chance.share();
  if (share < 0.06) return [...confirmed, "what-if", "booking"];
  return share < 0.3 ? [...confirmed, "what-if"] : confirmed;
}

/** Returns the lead after the acts of the prospect. */
export function acted(lead: Assessment, { chance, config, now, settle }: SampleLife): Assessment {
  const start = Date.parse(lead.createdAt) + (5 + chance.below(90)) * 60_000;
  let sofar = lead;
  for (const [index, action] of laterActions(lead, chance).entries()) {
    const at = new Date(start + index * 240_000);
    if (at >= now) break;
    const context = { config, suppressed: false, now: at };
    const change = action === "booking" ? afterBooking(sofar, context) : afterAction(sofar, action, context);
    const report = action === "confirmed" ? [owedStep("report", at)] : [];
    sofar = { ...sofar, ...change };
    sofar = settle({ ...sofar, steps: [...sofar.steps, ...report] }, at);
  }
  return sofar;
}

const paths: readonly (readonly LeadStatus[])[] = [
  ["contacted"],
  ["contacted"],
  ["contacted", "qualified"],
  ["contacted", "qualified", "booked"],
  ["contacted", "qualified", "booked", "won"],
  ["contacted", "lost"],
  ["lost"],
];

const notes = [
  "Left a message (demonstration).",
  "Talked through the first finding; call again next week (demonstration).",
  "Wants the plan for their management meeting (demonstration).",
];

/** Returns the lead after what sales did, step by step. */
export function livedThrough(lead: Assessment, { chance, config, now }: SampleLife): Assessment {
  const age = (now.getTime() - Date.parse(lead.createdAt)) / 86_400_000;
  if (chance.share() > Math.min(0.9, age / 6)) return lead;
  const by = people[chance.share() < 0.75 ? 0 : 1] ?? { id: "sample", name: "Sample" };
  if (lead.status !== "new") return lead;
  let time = new Date(lead.createdAt);
  let lived = lead;
  const apply = (hours: number, edit: (assessment: Assessment, context: EditContext) => LeadEdit | null) => {
    time = new Date(time.getTime() + hours * 3_600_000);
    const wanted = time < now ? edit(lived, { by, now: time, config }) : null;
    if (wanted !== null) lived = withEdit(lived, wanted, { by, at: time });
  };
  const first = chance.oneOf([0.2, 0.5, 1, 3, 8, 20, 30, 90]);
  apply(first, (assessment) => setOwner(assessment, by));
  for (const status of chance.oneOf(paths)) {
    const reason = status === "lost" ? chance.oneOf(lossReasons) : null;
    apply(0.01, (assessment, context) => setStatus(assessment, { status, reason }, context));
    if (chance.share() < 0.4)
      apply(0.05, (assessment, context) =>
        addNote(assessment, { at: context.now.toISOString(), by, text: chance.oneOf(notes) }),
      );
    time = new Date(time.getTime() + chance.oneOf([20, 48, 120]) * 3_600_000);
  }
  return lived;
}
