import type { FormValues } from "#shared/views/form/form-state.ts";
import { visitSource } from "../visit-source.ts";
import { openCarriedLink, sayNotice } from "./carried-link.ts";
import { type Desk, keep, newSubmissionId } from "./desk.ts";
import { countStart, skipStart } from "./funnel-steps.ts";
import { layOut } from "./lay-out.ts";
import { listen } from "./listen.ts";
import { goTo, stepInAddress } from "./navigation.ts";
import { asksColleague } from "./open-link.ts";
import { deviceStorage, forget, loadSaved, type Saved } from "./saved-answers.ts";
import { noteOpened } from "./signals.ts";
import { answersFromAddress, valuesFromAddress } from "./source.ts";
import { writeValues } from "./typed-values.ts";
import { answeredCount, welcomeBack } from "./welcome.ts";

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

/** An answer chosen on the way here is newer than what was kept; everything else that was kept stands. */
function prefill({ outline, form }: Desk, saved: FormValues): void {
  const chosen = answersFromAddress(outline, location.hash);
  writeValues(form, { ...valuesFromAddress(location.href, visitSource()), ...saved, ...chosen });
}

/** Begins with what the address brings along. */
async function begin(desk: Desk, focus: boolean): Promise<void> {
  if (Object.keys(answersFromAddress(desk.outline, location.hash)).length > 0) countStart();
  await goTo(desk, "profile", { history: "replace", focus });
}

/** Goes on with what was kept, or begins again when the visitor says so. */
async function resume(desk: Desk, saved: Saved): Promise<void> {
  const returning = answeredCount(saved) > 0;
  const choice = returning && !inThisVisit() ? await welcomeBack(desk, saved) : "resume";
  if (choice === "resume")
    return goTo(desk, stepInAddress(location.hash) ?? saved.step, { history: "replace", focus: returning });
  forget(desk.storage, desk.outline.edition);
  desk.submissionId = newSubmissionId();
  desk.form.reset();
  prefill(desk, {});
  return begin(desk, true);
}

/** Takes up what was kept on this device, what a link brings, or begins. */
async function takeUp(desk: Desk, saved: Saved | null): Promise<void> {
  if (saved) desk.submissionId = saved.submissionId;
  if (saved && answeredCount(saved) > 0) skipStart();
  prefill(desk, saved?.values ?? {});
  const refused = await openCarriedLink(desk, saved?.step ?? "profile");
  if (refused === "") return;
  if (!saved) noteOpened();
  await (saved ? resume(desk, saved) : begin(desk, false));
  sayNotice(desk, refused);
}

/** Shows a colleague the questions of a link; where that cannot be loaded, the whole form stands there instead. */
async function shownForColleague(root: HTMLElement): Promise<boolean> {
  if (!asksColleague(location.hash)) return false;
  const colleague = await import("./colleague.ts").catch(() => null);
  return colleague?.showForColleague(root, location.hash) ?? false;
}

/** Turns the plain form into one page a section, and takes up what was kept on this device. */
async function startAssessment(root: HTMLElement): Promise<void> {
  if (await shownForColleague(root)) return;
  const desk = layOut(root, deviceStorage());
  const saved = loadSaved(desk.storage, desk.outline.edition);
  listen(desk);
  root.dataset.ready = "";
  desk.form.hidden = true;
  await takeUp(desk, saved);
  markVisit();
  keep(desk);
}

const root = document.querySelector<HTMLElement>("[data-assessment]:not([data-mistakes])");
if (root) void startAssessment(root);
