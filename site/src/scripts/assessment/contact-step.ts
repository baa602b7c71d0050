/** What runs unseen while the visitor types where the report should go; each part may fail to load. */

/** Longest wait for a proof before sending without one, in milliseconds. */
const patience = 20_000;

const proof = () => import("./proof.ts");

/** Starts the proof of work, and suggests a region. */
export function prepareContact(form: HTMLFormElement): void {
  proof().then(({ prepareProof }) => prepareProof(), nothing);
  import("./region-suggestion.ts").then(({ suggestRegion }) => suggestRegion(form), nothing);
}

/** Returns a fresh proof of work, or null: then the report is confirmed by mail first, slower and never lost. */
export async function freshProof(): Promise<string | null> {
  try {
    const { takeProof } = await proof();
    return await takeProof(patience);
  } catch {
    return null;
  }
}

function nothing(): void {
  // Without it the visitor chooses the region alone, and the report is confirmed by mail first.
}
