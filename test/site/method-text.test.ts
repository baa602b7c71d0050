import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { currentEdition } from "#shared/questions/index.ts";
import { type ScoringFigures, scoringFigures } from "#shared/scoring/scoring-figures.ts";
import { methodText } from "../../site/src/content/method-text.ts";
import { builtPages } from "./built-pages.ts";

const text = (edition = currentEdition, figures: ScoringFigures = scoringFigures) =>
  Object.values(methodText(edition, figures)).flat().join("\n");

/** The same figures, each moved by the same odd amount. */
function moved(value: unknown): unknown {
  if (typeof value === "number") return value + 7000;
  if (Array.isArray(value)) return value.map(moved);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, moved(inner)]));
}

/** Markup with everything in braces taken out, innermost first; markup inside an expression goes with it. */
function withoutExpressions(markup: string): string {
  const fewer = markup.replace(/\{[^{}]*\}/g, "");
  return fewer === markup ? markup : withoutExpressions(fewer);
}

const numbersIn = (sentences: string) => (sentences.match(/(?<![A-Z\d])\d+(?:\.\d+)?/g) ?? []).map(Number);

describe("the prose of the method page", () => {
  it("stands on the page as it is", () => {
    const html = builtPages()
      .find(({ path }) => path === "/method")
      ?.html.replaceAll("&#39;", "'");
    for (const sentence of Object.values(methodText(currentEdition, scoringFigures)).flat())
      expect(html).toContain(sentence);
  });

  it("takes every figure from the scoring: none stays when all of them change", () => {
    // Floors name answers by their place among four, so those stay where they are.
    const floors = scoringFigures.floors.map((floor) => ({ ...floor, at: floor.at + 7000 }));
    const figures = { ...(moved(scoringFigures) as ScoringFigures), floors };
    const wording = {
      ...currentEdition,
      questions: currentEdition.questions.map((question) => ({
        ...question,
        answers: ["", "", "", ""] as const,
      })),
    };
    // What is left is percent, and the number of signals in the edition.
    const signals = currentEdition.questions.filter(
      (question) => question.kind === "people" && question.role === "signal",
    );
    const left = numbersIn(text(wording, figures)).filter((number) => Math.abs(number) < 6000);
    expect([...new Set(left)]).toEqual([100, signals.length]);
  });

  it("follows the edition: its gates, its signals, the words of its answers", () => {
    const questions = currentEdition.questions.map((question) => {
      if (question.kind === "technical") return { ...question, holds: question.id === "K1" };
      return question.id === "OC1"
        ? { ...question, role: "signal" as const, answers: ["Without end", "b", "c", "d"] as const }
        : question;
    });
    const changed = text({ ...currentEdition, questions });
    expect(changed).toContain("is unknown (K1, or M1 and M3 together)");
    expect(changed).toContain("of the 4 signals known");
    expect(changed).toContain("“Without end” (OC1)");
  });

  it("leaves no figure typed in the page or its tables", () => {
    const site = fileURLToPath(new URL("../../site/src", import.meta.url));
    const parts = ["DomainTable", "FlagTable", "AnswerPoints", "WeightList", "RecommendationTable"];
    for (const file of ["pages/method.astro", ...parts.map((name) => `components/method/${name}.astro`)]) {
      const [markup = ""] = readFileSync(join(site, file), "utf8")
        .replace(/^---[\s\S]*?^---/m, "")
        .split("<style>");
      const printed = withoutExpressions(markup)
        .replace(/<[^>]*>/g, "")
        .replaceAll("ISO/IEC 17025", "");
      expect(printed.match(/\d+/g) ?? [], file).toEqual([]);
    }
  });
});

describe("the tables of the method page", () => {
  const html = builtPages().find(({ path }) => path === "/method")?.html ?? "";
  const plain = (part: string) =>
    part
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .replaceAll("&amp;", "&");

  it("print each domain's weight and each question's", () => {
    for (const { name, weight } of currentEdition.domains)
      expect(plain(html)).toContain(`${name} ${weight} `);
    for (const { id, weight } of currentEdition.questions) {
      const [, entry = ""] = html.split(`id="${id}"`);
      expect(/Weight (\d+)/.exec(plain(entry))?.[1], id).toBe(String(weight));
    }
  });
});
