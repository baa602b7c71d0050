/** Every point and threshold of the lead grade, in one table. Our judgement (models.md, C). */
export const leadPoints = {
  fit: {
    most: 40,
    industry: { aviation: 14, laboratory: 14, export: 14, other: 2 },
    headcount: { "1-49": 6, "50-249": 8, "250-999": 6, "1000+": 1 },
    /** Up to this many people, this many points; beyond the last, none. */
    people: [
      [0, 3],
      [5, 8],
      [10, 6],
      [25, 3],
    ],
    peopleMissing: 3,
    role: { decides: 5, runs: 3, other: 1 },
    region: { served: 5, reachable: 3, other: 0 },
  },
  need: {
    most: 40,
    perFlag: 4,
    mostFlags: 12,
    band: { Sustainable: 0, Watch: 3, Strained: 7, Unsustainable: 10 },
    bandHidden: 5,
    level: { Exposed: 8, Reactive: 8, Managed: 5, Resilient: 2, Proven: 0 },
    /** Provider steps count one each, shared ones half, together at most this. */
    mostSteps: 10,
  },
  intent: {
    most: 20,
    actions: { confirmed: 6, consent: 3, booking: 8, "what-if": 2, export: 1 },
  },
  letters: [
    [70, "A"],
    [55, "B"],
    [40, "C"],
    [0, "D"],
  ],
  fitForA: 24,
  /** Words of the summary; below the last, the third word. */
  words: {
    fit: [
      [30, "strong fit"],
      [24, "fair fit"],
      [0, "weak fit"],
    ],
    need: [
      [27, "high need"],
      [14, "some need"],
      [0, "little need"],
    ],
  },
} as const;

/** The order in which actions are told. */
export const actionOrder = ["confirmed", "consent", "booking", "what-if", "export"] as const;

/** Returns the name of the highest step that a value reaches. */
export function atLeast<Name>(
  steps: readonly (readonly [number, Name])[],
  value: number,
  otherwise: Name,
): Name {
  return steps.find(([from]) => value >= from)?.[1] ?? otherwise;
}
