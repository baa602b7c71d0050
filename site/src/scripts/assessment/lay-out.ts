import type { FormOutline } from "#shared/views/form/form-outline.ts";
import { find } from "../markup.ts";
import { pageData } from "../page-data.ts";
import { type Desk, newSubmissionId } from "./desk.ts";

/** The further questions are pages of their own now: nothing to fold. */
function unfold(form: HTMLFormElement): void {
  const more = find<HTMLDetailsElement>(form, "[data-more]");
  more.open = true;
  find(more, "summary").hidden = true;
}

/** Takes the plain form and what stands around it for a script; nothing is shown yet. */
export function layOut(root: HTMLElement, storage: Storage | null): Desk {
  const form = find<HTMLFormElement>(root, "form");
  unfold(form);
  return {
    outline: pageData<FormOutline>(root, "outline"),
    root,
    form,
    storage,
    submissionId: newSubmissionId(),
    title: document.title,
    followers: [],
    step: "profile",
    phoneAnswered: false,
    kept: storage !== null,
    sent: false,
  };
}
