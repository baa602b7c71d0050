import type { Claim, Edition } from "#shared/edition.ts";

interface Cited {
  at: string;
  sourceIds: readonly string[];
  /** A statement of fact needs a source; a judgement of ours may have none. */
  isFact: boolean;
}

/** A percentage is never a judgement of ours. */
function claimOf(at: string, { text, sourceIds }: Claim): Cited {
  return { at, sourceIds, isFact: /\d\s?%/.test(text) };
}

function citedPlaces(edition: Edition): Cited[] {
  const fact = (at: string, sourceIds: readonly string[]) => ({ at, sourceIds, isFact: true });
  return [
    ...edition.domains.map(({ id, why }) => claimOf(`Domain ${id}`, why)),
    ...edition.questions.flatMap((question) =>
      question.kind === "technical" ? [claimOf(`Question ${question.id}`, question.why)] : [],
    ),
    ...edition.recommendations.map(({ id, sourceIds }) => fact(`Recommendation ${id}`, sourceIds)),
    ...edition.rules.map(({ id, sourceIds }) => fact(`Rule ${id}`, sourceIds)),
    ...edition.benchmarks.map(({ id, sourceIds }) => fact(`Benchmark ${id}`, sourceIds)),
    ...edition.thresholds.map(({ measure, sourceIds }) => fact(`Threshold ${measure}`, sourceIds)),
    ...edition.ethics.map((claim, index) => claimOf(`Ethical limit ${index + 1}`, claim)),
    ...edition.modelBasis.map((claim, index) => fact(`Model basis ${index + 1}`, claim.sourceIds)),
    fact("The on-call caveat", edition.onCallCaveat.sourceIds),
    claimOf("What stays in-house", edition.staysInHouse),
  ];
}

/** Returns a problem for every fact without a source, every unknown source, and every source from memory. */
export function checkFacts(edition: Edition): string[] {
  const known = new Set(edition.sources.map(({ id }) => id));
  return [
    ...edition.sources
      .filter(({ mark }) => mark === "M")
      .map(({ id }) => `Source ${id} is marked M (memory) and may be printed nowhere.`),
    ...citedPlaces(edition).flatMap(({ at, sourceIds, isFact }) => [
      ...(isFact && sourceIds.length === 0 ? [`${at} states a fact without a source.`] : []),
      ...sourceIds
        .filter((id) => !known.has(id))
        .map((id) => `${at} cites source ${id}, which does not exist.`),
    ]),
  ];
}
