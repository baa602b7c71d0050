/** The page a colleague sees: open questions as text, for the person who knows; nothing can be answered or sent. */
import type { FormOutline } from "#shared/views/form/form-outline.ts";
import { make } from "../markup.ts";
import { pageData } from "../page-data.ts";
import { idsInAddress } from "./open-link.ts";
import { choiceText, questionText } from "./question-texts.ts";

const levels = ["0", "1", "2", "3"];

function question(form: ParentNode, id: string): HTMLElement {
  const hint = form.querySelector(`#${id}-hint`)?.textContent;
  return make(
    "li",
    {},
    make("h2", {}, questionText(form, id)),
    ...(hint ? [make("p", { class: "hint" }, hint)] : []),
    make("ul", {}, ...levels.map((level) => make("li", {}, choiceText(form, id, level)))),
  );
}

/** Shows only the questions of the link; returns false when the address asks for none of this edition. */
export function showForColleague(root: HTMLElement, hash: string): boolean {
  const ids = idsInAddress(pageData<FormOutline>(root, "outline"), hash);
  if (ids.length === 0) return false;
  const title = ids.length === 1 ? "One open question" : `${ids.length} open questions`;
  root.replaceChildren(
    make("h1", {}, title),
    make(
      "p",
      { class: "lead" },
      "Somebody you work with is answering a readiness assessment and thinks that you know this. Tell them the highest answer that is fully true today.",
    ),
    make(
      "p",
      { class: "note" },
      "This link holds the questions only, no answer. Nothing is sent from this page.",
    ),
    make("ol", { class: "colleague-questions" }, ...ids.map((id) => question(root, id))),
  );
  root.classList.add("colleague");
  document.title = `${title} | ${document.title}`;
  return true;
}
