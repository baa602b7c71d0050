/** Lines under the two answers that are not levels; `instruction` stays in view above every question. */
export const answerHints = {
  instruction: "Choose the highest answer that is fully true today.",
  unknownLabel: "I don't know yet",
  unknownTechnical: "Counts low until answered; shown as a range; added to your find-out list.",
  unknownPeople: "Left out of the score.",
  notApplicable: "Taken out of the score.",
  /** Beside the "does not apply" answer of OC1 only. */
  nobodyContacted: "Counts as no on-call load.",
} as const;
