import type { IndustryText } from "#shared/edition.ts";

const everywhere = (text: string) => ({ us: text, eu: text, uk: text, other: text });

/** Words that differ by industry, in the order the form offers them. */
export const industryTexts: readonly IndustryText[] = [
  {
    id: "aviation",
    name: "Aviation maintenance (MRO)",
    disclaimer: "One person's answers, not an audit. It closes no finding and shows no airworthiness.",
    costFormula:
      "technicians idle × loaded rate × hours + hangar slot days × day rate + contract delay clauses + records-reconstruction hours × rate",
    costNote:
      "A finding adds corrective-action hours × rate; authority attention is not priced. Work without records cannot be shown as airworthy (our judgement).",
    authority: {
      us: "the FAA",
      eu: "your competent authority",
      uk: "your authority",
      other: "your authority",
    },
    term: {
      us: "return to service",
      eu: "release to service",
      uk: "release to service",
      other: "return to service",
    },
    system: "the maintenance-records system",
  },
  {
    id: "laboratory",
    name: "Testing and calibration laboratory",
    disclaimer:
      "One person's answers, not an audit. This is not accreditation and not an assessment against ISO/IEC 17025.",
    costFormula:
      "samples or calibration items expired or repeated × cost + instrument idle hours × rate + reports amended or recalled × rework + assessor follow-up days × day rate",
    costNote: "A data-integrity nonconformity can put issued results in question (our judgement).",
    authority: everywhere("an assessor"),
    term: everywhere("validated LIMS"),
    system: "the LIMS",
  },
  {
    id: "export",
    name: "Export compliance",
    disclaimer: "This is not an SPRS score or a CMMC assessment. Do not post it. Not legal advice.",
    costFormula:
      "shipments held × margin + contracts needing a CMMC level you lack × value + disclosure and counsel hours × rate",
    costNote: "No penalty amount.",
    authority: everywhere("a contracting officer or licensing agency"),
    term: everywhere("data boundary"),
    system: "the place controlled data lives",
  },
  {
    id: "other",
    name: "Other",
    disclaimer: "",
    costFormula: null,
    costNote: null,
    authority: null,
    term: everywhere("daily operations"),
    system: "the system orders depend on",
  },
];
