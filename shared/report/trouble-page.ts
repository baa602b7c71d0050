/** Page 8: the rules that stand beside the answers, and what trouble costs in the reader's own numbers. */
import { isLevel } from "#shared/answers.ts";
import type { IndustryText, Rule } from "#shared/edition.ts";
import { exposureFigure } from "#shared/report/exposure-figure.ts";
import type { RuleLine, TroublePage } from "#shared/report/report.ts";
import { type ReportInput, showsPeople } from "#shared/report/report-input.ts";
import { longDate, questionOf, quote } from "#shared/report/wording.ts";

const secondary = " Seen in secondary sources; open the text before relying on it.";

/** Returns the words of the reader's industry. @throws RangeError when the edition has none */
export function industryText({ edition, profile }: ReportInput): IndustryText {
  const found = edition.industries.find(({ id }) => id === profile.industry);
  if (!found) throw new RangeError(`edition ${edition.id} has no words for ${profile.industry}`);
  return found;
}

function isForReader({ profile, answers }: ReportInput, { readers, orAnswered }: Rule): boolean {
  return (
    readers === "all" ||
    readers.includes(profile.region) ||
    (orAnswered !== null && isLevel(answers[orAnswered]))
  );
}

/** A rule may stand beside several questions; the answered technical one is quoted, never one about people. */
function besideQuestion(input: ReportInput, rule: Rule): string | null {
  const technical = rule.questionIds.filter((id) => questionOf(input.edition, id).kind === "technical");
  const beside = technical.find((id) => isLevel(input.answers[id])) ?? technical[0];
  return beside ?? null;
}

function ruleLines(input: ReportInput): RuleLine[] {
  const read = longDate(input.edition.readOn);
  return input.edition.rules
    .filter((rule) => rule.industry === input.profile.industry && isForReader(input, rule))
    .flatMap((rule) => {
      const questionId = besideQuestion(input, rule);
      if (questionId === null) return [];
      const { answer, question } = quote(input.edition, input.answers, questionId);
      return {
        id: rule.id,
        questionId,
        rule: `${rule.text}, read ${read}.${rule.mark === "V2" ? secondary : ""}`,
        yourAnswer: `“${answer}” to “${question}”`,
        check: rule.check,
        sourceIds: rule.sourceIds,
        mark: rule.mark,
      };
    });
}

function withoutRule(input: ReportInput): TroublePage["withoutRule"] {
  const ruled = new Set(
    input.edition.rules
      .filter((rule) => rule.industry === input.profile.industry && isForReader(input, rule))
      .flatMap(({ questionIds }) => questionIds),
  );
  return input.edition.questions
    .filter(
      (question) =>
        question.kind === "technical" &&
        question.industry === input.profile.industry &&
        !ruled.has(question.id),
    )
    .map(({ id }) => {
      const { question, answer } = quote(input.edition, input.answers, id);
      return { questionId: id, question, yourAnswer: `“${answer}”` };
    });
}

function readerNote({ profile }: ReportInput): string | null {
  if (profile.industry === "export" && profile.region !== "us")
    return "US rules only: they are shown where a contract or license brings you under US rules for US-controlled data.";
  if (profile.industry === "aviation" && profile.region === "uk")
    return "UK rules were not read for this edition: the questions stand as our judgement, without a rule beside them.";
  return null;
}

/** Returns the page of rules and costs; a reader sees only rules read for their industry and region. */
export function troublePage(input: ReportInput): TroublePage {
  const { authority, costFormula, costNote, disclaimer } = industryText(input);
  return {
    headline: authority
      ? `What ${authority[input.profile.region]} may ask, and what trouble costs`
      : "What trouble costs",
    rules: ruleLines(input),
    withoutRule: withoutRule(input),
    readerNote: readerNote(input),
    costFormula,
    costNote,
    exposure: showsPeople(input) ? exposureFigure(input) : null,
    disclaimer,
  };
}
