import type { Edition } from "#shared/edition.ts";
import { currentEdition } from "#shared/questions/index.ts";
import type { FormValues } from "#shared/views/form/form-state.ts";
import { type Desk, keep, newSubmissionId, valuesOf } from "./desk.ts";
import { layOut } from "./lay-out.ts";
import { listen } from "./listen.ts";
import { goTo, stepInAddress } from "./navigation.ts";
import { showForColleague } from "./open-link.tsx";
import { deviceStorage, forget, loadSaved, type Saved } from "./saved-answers.ts";
import { noteOpened } from "./signals.ts";
import { answersFromAddress, valuesFromAddress } from "./source.ts";
import { writeValues } from "./typed-values.ts";
import { answeredCount, welcomeBack } from "./welcome.tsx";

/** Remembers within one tab that the visitor is in the middle of it: a reload then asks nothing. */
const visitKey = "assessment-visit";

function inThisVisit(): boolean {
  try {
    return sessionStorage.getItem(visitKey) !== null;
  } catch {
    return false;
  }
}

function markVisit(): void {
  try {
    sessionStorage.setItem(visitKey, "1");
  } catch {
    // Without it a reload asks "continue?" once more.
  }
}

function fromAddress({ edition }: Desk): FormValues {
  return {
    ...valuesFromAddress(location.href, document.referrer),
    ...answersFromAddress(edition, location.hash),
  };
}

function prefill(desk: Desk): void {
  writeValues(desk.form, { ...fromAddress(desk), ...valuesOf(desk) });
}

async function resume(desk: Desk, place: HTMLElement, saved: Saved): Promise<void> {
  const returning = answeredCount(saved) > 0;
  const choice = returning && !inThisVisit() ? await welcomeBack(place, saved) : "resume";
  if (choice === "restart") {
    forget(desk.storage, desk.edition.id);
    desk.form.reset();
    prefill(desk);
    return goTo(desk, "profile", { history: "replace" });
  }
  desk.submissionId = saved.submissionId;
  // An answer chosen on the way here is newer than what was kept.
  const chosen = answersFromAddress(desk.edition, location.hash);
  writeValues(desk.form, { ...fromAddress(desk), ...saved.values, ...chosen });
  const wanted = stepInAddress(location.hash) ?? saved.step;
  return goTo(desk, wanted, { history: "replace", focus: returning });
}

/** Turns the plain form into one page a section, and takes up what was kept on this device. */
export async function startAssessment(root: HTMLElement, edition: Edition = currentEdition): Promise<void> {
  if (showForColleague(root, edition, location.hash)) return;
  const storage = deviceStorage();
  const { desk, welcome } = layOut(root, edition, storage, newSubmissionId());
  const saved = loadSaved(storage, edition.id);
  listen(desk);
  root.dataset.ready = "";
  if (saved) await resume(desk, welcome, saved);
  else {
    noteOpened();
    prefill(desk);
    await goTo(desk, "profile", { history: "replace", focus: false });
  }
  markVisit();
  keep(desk);
}
