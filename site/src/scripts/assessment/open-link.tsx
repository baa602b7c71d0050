/** @jsxImportSource hono/jsx */
import { openQuestions } from "#shared/assessment-path.ts";
import type { Edition } from "#shared/edition.ts";
import { QuestionsForColleague } from "#shared/views/form/questions-for-colleague.tsx";
import { type Desk, visitorOf } from "./desk.ts";
import { fill, find } from "./markup.ts";

/** Ids stand after "#": that part of an address is never sent to a server. */
const parameter = "ask";

/** Returns a link to this page that names questions; answers never travel in it. */
export function linkTo(page: string, questionIds: readonly string[]): string {
  const url = new URL(page);
  url.search = "";
  url.hash = `${parameter}=${questionIds.join(".")}`;
  return url.href;
}

/** Returns the ids an address asks for, in its order; what is no question of the edition is left out. */
export function idsInAddress(edition: Edition, hash: string): string[] {
  const ids = new URLSearchParams(hash.slice(1)).get(parameter)?.split(".") ?? [];
  return ids.filter((id) => edition.questions.some((question) => question.id === id));
}

/** Shows only the questions of the link; returns false when the address asks for none. */
export function showForColleague(root: HTMLElement, edition: Edition, hash: string): boolean {
  const questions = idsInAddress(edition, hash).flatMap(
    (id) => edition.questions.find((question) => question.id === id) ?? [],
  );
  if (questions.length === 0) return false;
  fill(root, <QuestionsForColleague questions={questions} />);
  return true;
}

async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies the link; where copying is refused the link itself is shown, ready to be selected. */
export async function copyOpenLink(desk: Desk): Promise<void> {
  const ids = openQuestions(desk.edition, visitorOf(desk)).map(({ id }) => id);
  const link = linkTo(location.href, ids);
  const status = find(desk.result, "[data-copy-status]");
  status.textContent = (await toClipboard(link)) ? "Copied. It holds the questions only." : link;
}
