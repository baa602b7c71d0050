/** What becomes of a sample lead after it came: their own acts, and what sales made of it. None of it in the future. */
import { personId } from "#functions/console/sign-in/identity.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { type LeadEdit, withEdit } from "#functions/store/lead-changes.ts";
import { addNote, noteAction, setOwner, setStatus } from "#functions/store/lead-edits.ts";
import {
  type LaterAction,
  type LeadStatus,
  lossReasons,
  nobody,
  type Person,
} from "#functions/store/lead-fields.ts";
import type { Chance } from "./chance.ts";
import { localPeople } from "./sign-in-provider.ts";

/** "Sales" keeps most leads; the administrator has some. */
const people: readonly Person[] = localPeople.map(({ id, name }) => ({ id: personId(id), name }));

/** What they did themselves after sending it. */
function laterActions(chance: Chance): LaterAction[] {
  const share = chance.share();
  if (share < 0.06) return ["what-if", "booking"];
  return share < 0.3 ? ["what-if"] : [];
}

/** Returns the lead after the acts of the prospect. */
export function acted(lead: Assessment, chance: Chance, now: Date): Assessment {
  const at = new Date(Date.parse(lead.createdAt) + (5 + chance.below(90)) * 60_000);
  return laterActions(chance).reduce((sofar, action) => {
    const edit = at < now ? noteAction(sofar, action, at) : null;
    return edit === null ? sofar : withEdit(sofar, edit, { by: nobody, at });
  }, lead);
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
export function livedThrough(lead: Assessment, chance: Chance, now: Date): Assessment {
  const age = (now.getTime() - Date.parse(lead.createdAt)) / 86_400_000;
  if (chance.share() > Math.min(0.9, age / 6)) return lead;
  const by = people[chance.share() < 0.75 ? 0 : 1] ?? { id: "sample", name: "Sample" };
  if (lead.status !== "new") return lead;
  let time = new Date(lead.createdAt);
  let lived = lead;
  const apply = (hours: number, edit: (assessment: Assessment, at: Date) => LeadEdit | null) => {
    time = new Date(time.getTime() + hours * 3_600_000);
    const wanted = time < now ? edit(lived, time) : null;
    if (wanted !== null) lived = withEdit(lived, wanted, { by, at: time });
  };
  const first = chance.oneOf([0.2, 0.5, 1, 3, 8, 20, 30, 90]);
  apply(first, (assessment) => setOwner(assessment, by));
  for (const status of chance.oneOf(paths)) {
    const reason = status === "lost" ? chance.oneOf(lossReasons) : null;
    apply(0.01, (assessment, at) => setStatus(assessment, status, reason, at));
    if (chance.share() < 0.4)
      apply(0.05, (assessment, at) =>
        addNote(assessment, { at: at.toISOString(), by, text: chance.oneOf(notes) }),
      );
    time = new Date(time.getTime() + chance.oneOf([20, 48, 120]) * 3_600_000);
  }
  return lived;
}
