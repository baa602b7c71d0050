import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { domainIds, type Question } from "#shared/edition.ts";
import { editionTexts } from "#shared/edition-check/texts.ts";
import { answerHints } from "#shared/questions/2026-1/answer-hints.ts";
import { profileQuestions } from "#shared/questions/2026-1/profile-questions.ts";
import { currentEdition as edition, findEdition, UnknownEditionError } from "#shared/questions/index.ts";

const technical = edition.questions.filter((question) => question.kind === "technical");
const common = technical.filter(({ industry }) => industry === null);
const overlays = technical.filter(({ industry }) => industry !== null);
const people = edition.questions.filter((question) => question.kind === "people");

const idsOf = (questions: readonly Question[]) => questions.map(({ id }) => id);
const weightsOf = (questions: readonly Question[]) => questions.map(({ id, weight }) => `${id} ${weight}`);
const words = (text: string) => text.split(" ");

describe("finding an edition", () => {
  test("the current edition is found by its id", () => {
    expect(findEdition("2026-1")).toBe(edition);
  });

  test("an unknown id is named together with the known ones", () => {
    expect(() => findEdition("2025-9")).toThrow(UnknownEditionError);
    expect(() => findEdition("2025-9")).toThrow('Unknown edition "2025-9"; known: 2026-1.');
  });
});

describe("the questions of 2026-1", () => {
  test("22 technical questions carry their weights", () => {
    expect(weightsOf(common).join(" · ")).toBe(
      "B1 1 · B2 2 · B3 2 · B4 1 · P1 2 · P2 1 · P3 1 · I1 2 · I2 1 · I3 1 · M1 2 · M2 1 · M3 1 · N1 1 · N2 2 · N3 2 · E1 2 · E2 1 · E3 1 · K1 2 · K2 1 · K3 1",
    );
  });

  test("twelve overlay questions are scored in CED at weight 1, four an industry", () => {
    expect(idsOf(overlays)).toEqual(words("MRO1 MRO2 MRO3 MRO4 LAB1 LAB2 LAB3 LAB4 EXP1 EXP2 EXP3 EXP4"));
    expect(overlays.every(({ domain, weight }) => domain === "CED" && weight === 1)).toBe(true);
    expect(overlays.map(({ industry }) => industry)).toEqual([
      ...Array(4).fill("aviation"),
      ...Array(4).fill("laboratory"),
      ...Array(4).fill("export"),
    ]);
  });

  test("15 people questions carry their role, cause and weight", () => {
    expect(people.map(({ id, role, cause, weight }) => `${id} ${role} ${cause ?? "-"} ${weight}`)).toEqual([
      "OC1 demand on-call 2",
      "OC2 demand on-call 2",
      "OC3 resource on-call 1",
      "SK1 demand skill 2",
      "SK2 resource skill 1",
      "RC1 resource recognition 1",
      "RC2 resource recognition 1",
      "TS1 demand tools 1",
      "TS2 resource tools 2",
      "EL1 demand emotional 1",
      "EL2 resource emotional 1",
      "SG1 signal - 1",
      "SG2 signal - 1",
      "SG3 signal - 2",
      "SG4 resource - 1",
    ]);
  });

  test("every domain has its weight", () => {
    expect(edition.domains.map(({ id }) => id)).toEqual(domainIds);
    expect(edition.domains.map(({ weight }) => weight)).toEqual([18, 16, 16, 15, 12, 13, 10]);
  });

  test("flags carry their caps", () => {
    const flags = technical.flatMap(({ id, flag }) =>
      flag === null ? [] : [`${id} ${flag.domainCap}${flag.capsOverall ? " overall" : ""}`],
    );
    expect(flags).toEqual([
      "B2 40 overall",
      "B3 50",
      "P1 40",
      "I1 30 overall",
      "N2 40 overall",
      "E1 40",
      "K1 40",
      "MRO1 40 overall",
      "LAB1 40 overall",
      "EXP1 40 overall",
    ]);
  });

  test("unknown holds the total at four questions an industry can be asked", () => {
    expect(idsOf(technical.filter(({ holds }) => holds))).toEqual(words("B2 I1 N2 MRO1 LAB1 EXP1"));
  });

  test('"does not apply" is offered on eight questions only', () => {
    expect(idsOf(edition.questions.filter(({ naLabel }) => naLabel !== null))).toEqual(
      words("P3 MRO3 LAB4 EXP3 EXP4 OC1 OC2 OC3"),
    );
  });

  test("the form asks the core questions in the order of its sections", () => {
    expect(edition.sections.map(({ questionIds }) => questionIds.join(" "))).toEqual([
      "M1 K1 B2",
      "E1 E2 MRO1 MRO2 LAB1 LAB2 EXP1 EXP2",
      "I2 I1 P1 M3 N3 N2 B3",
      "SK1 TS2 OC1 OC2 SK2 RC1 EL2",
      "SG1 SG3",
      "B1 B4 P2 P3 I3 M2 N1 E3 K2 K3 MRO3 MRO4 LAB3 LAB4 EXP3 EXP4",
      "OC3 TS1 EL1 RC2 SG2 SG4",
    ]);
  });

  test("reassurance stands where a question may feel risky to answer", () => {
    const reassured = edition.questions.filter(({ reassurance }) => reassurance !== null);
    expect(idsOf(reassured)).toEqual(
      words("B3 P1 I1 N2 E1 E2 MRO1 MRO2 MRO4 LAB1 LAB2 LAB4 EXP1 EXP2 EXP4 OC1 SK1 EL2 SG1 SG3"),
    );
  });

  test("CIS references are numbers, because their wording is licensed", () => {
    const references = technical.flatMap(({ frameworks }) => frameworks.cis);
    expect(references.length).toBeGreaterThan(30);
    expect(references.filter((reference) => !/^\d+\.\d+$/.test(reference))).toEqual([]);
  });
});

describe("the recommendations of 2026-1", () => {
  test("35 of them stand in the order of their ids", () => {
    expect(edition.recommendations.map(({ id }) => id)).toEqual(
      Array.from({ length: 35 }, (_, index) => `R${String(index + 1).padStart(2, "0")}`),
    );
  });

  test("each has its triggers and its effort", () => {
    const lines = edition.recommendations.map(
      ({ id, triggers, cause, effort }) =>
        `${id} ${[...triggers.map(({ questionId }) => questionId), ...(cause === null ? [] : [cause])].join("+")} ${effort}`,
    );
    expect(lines.join(" · ")).toBe(
      [
        "R01 B2 S · R02 B3 M · R03 B1+B4 S · R04 P1 M · R05 P2 M · R06 P3 M · R07 I1 S · R08 I2 S · R09 I3 M",
        "R10 M1 L · R11 OC2 S · R12 M3 S · R13 N2 L · R14 N3 L · R15 E1 M · R16 E2 M · R17 E3 M · R18 K1 M",
        "R19 K2 S · R20 K3+SG2 M · R21 on-call M · R22 OC3 M · R23 TS2+SG1 M · R24 skill M · R25 RC2+SG3 L",
        "R26 RC1 S · R27 emotional S · R28 TS1 L · R29 SG4 S · R30  S · R31 N1 S",
        "R32 MRO1+MRO2+MRO3+MRO4 M · R33 LAB1+LAB2+LAB3+LAB4 M · R34 EXP1+EXP2+EXP3+EXP4 L · R35 M2 M",
      ].join(" · "),
    );
  });

  test("each moves answers as the what-if model expects", () => {
    const models: { moves: unknown } = JSON.parse(
      readFileSync(new URL("../fixtures/models.json", import.meta.url), "utf8"),
    );
    expect(Object.fromEntries(edition.recommendations.map(({ id, moves }) => [id, moves]))).toEqual(
      models.moves,
    );
  });

  test("what no provider may take over is marked No", () => {
    const inHouse = edition.recommendations.filter(({ provider }) => provider === "No").map(({ id }) => id);
    expect(inHouse).toEqual(words("R16 R22 R25 R26 R29"));
    const handOver = edition.recommendations.filter(({ provider }) => provider === "Yes").map(({ id }) => id);
    expect(handOver).toEqual(words("R02 R05 R07 R10 R11 R17 R20 R35"));
  });
});

describe("the rules of 2026-1", () => {
  test("a US station sees no EU rule unless it answered the Part-IS question", () => {
    const european = edition.rules.filter(({ readers }) => readers !== "all" && readers.includes("eu"));
    expect(european.map(({ id, orAnswered }) => `${id} ${orAnswered ?? "-"}`)).toEqual([
      "AV-6 -",
      "AV-7 MRO3",
      "AV-8 MRO3",
      "AV-9 MRO3",
      "AV-10 MRO3",
      "AV-11 MRO3",
    ]);
    expect(european.every(({ readers }) => !readers.includes("us"))).toBe(true);
  });

  test("no aviation rule was read for the UK", () => {
    const aviation = edition.rules.filter(({ industry }) => industry === "aviation");
    expect(aviation.filter(({ readers }) => readers === "all" || readers.includes("uk"))).toEqual([]);
  });

  test("33 rules are printed, those seen in secondary sources only marked V2", () => {
    expect(edition.rules).toHaveLength(33);
    const secondary = edition.rules.filter(({ mark }) => mark === "V2").map(({ id }) => id);
    expect(secondary).toEqual(words("AV-5 AV-8 AV-10 LB-4 LB-5 LB-6 EX-2 EX-4 EX-10 EX-11 EX-14"));
  });
});

describe("the words of 2026-1", () => {
  const texts = [
    ...editionTexts(edition).filter(({ place }) => place !== "sources.url"),
    ...Object.entries(answerHints).map(([at, text]) => ({ at, text })),
    ...[profileQuestions.title, profileQuestions.introduction].map((text) => ({ at: "profile", text })),
  ];

  test("are spelled the US way", () => {
    const british =
      /organis|recognis|authoris|prioritis|stabilis|minimis|analys(e|ed|ing)\b|colour|behaviour|favour|labour\b|centre|licence|defence|programme\b|catalogue|ageing|cancelled|travell|fulfil\b|enrol\b|cheque|grey\b|judgment call|whilst/i;
    expect(texts.filter(({ text }) => british.test(text))).toEqual([]);
  });

  test("promise nothing that only an auditor could", () => {
    const claims = /\b(compliant|certified|guaranteed)\b/i;
    expect(texts.filter(({ text }) => claims.test(text))).toEqual([]);
  });

  test("carry no markup, straight double quotes or source ids", () => {
    expect(texts.filter(({ text }) => /[*`"<>[\]]|\bS\d\d\b/.test(text))).toEqual([]);
  });

  test("proofs and consequences complete a sentence: no capital at the start, no period at the end", () => {
    const parts = [
      ...edition.recommendations.map(({ proof }) => proof),
      ...edition.domains.flatMap((domain) => [
        domain.lowConsequence,
        domain.highConsequence,
        domain.strength,
      ]),
      ...edition.causes.map(({ summary }) => summary),
    ];
    expect(parts.filter((part) => !/^[a-z].*[^.]$/.test(part))).toEqual([]);
  });

  test("first steps and reasons are whole sentences", () => {
    const sentences = [
      ...edition.recommendations.flatMap(({ firstSteps }) => firstSteps),
      ...technical.map(({ why }) => why.text),
      ...edition.domains.map(({ why }) => why.text),
    ];
    expect(sentences.filter((sentence) => !/^[A-Z0-9].*\.$/.test(sentence))).toEqual([]);
  });
});
