/** A link with open questions, for a colleague who knows: ids only, never an answer. */

/** Ids stand after "#": that part of an address is never sent to a server. */
const parameter = "ask";

/** Returns a link to this page that names questions; answers never travel in it. */
export function linkTo(page: string, questionIds: readonly string[]): string {
  const url = new URL(page);
  url.search = "";
  url.hash = `${parameter}=${questionIds.join(".")}`;
  return url.href;
}

/** Returns whether an address asks for questions. */
export function asksColleague(hash: string): boolean {
  return new URLSearchParams(hash.slice(1)).has(parameter);
}

/** Returns the ids an address asks for, in its order; what is no question of the form is left out. */
export function idsInAddress(
  { questions }: { questions: readonly { id: string }[] },
  hash: string,
): string[] {
  const ids = new URLSearchParams(hash.slice(1)).get(parameter)?.split(".") ?? [];
  return ids.filter((id) => questions.some((question) => question.id === id));
}
