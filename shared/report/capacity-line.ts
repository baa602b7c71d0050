/** What the plan asks of the team's own hours, as data to draw: in print, on screen, and again in the browser. */
import type { Answers, Edition, Headcount, Industry } from "#shared/edition.ts";
import { type Capacity, capacity } from "#shared/models/capacity.ts";
import { capacitySentence } from "#shared/models/capacity-sentence.ts";
import { editableAssumptions, withReaderValues } from "#shared/models/editable-assumptions.ts";
import { aloneSeries, type CapacitySeries, movedSeries } from "#shared/report/capacity-series.ts";
import { freedSentences } from "#shared/report/freed-hours.ts";
import type { MethodPage } from "#shared/report/report.ts";
import { type ReportInput, showsPeople } from "#shared/report/report-input.ts";
import type { Priorities } from "#shared/scoring/scorecard.ts";

/** A figure behind the line, with the range a reader may set. */
export interface CapacityAssumption {
  id: string;
  name: string;
  unit: string;
  value: number;
  least: number;
  most: number;
  step: number;
  why: string;
  /** With title and address: the list of sources names only what the rest of the report cites. */
  sources: Pick<MethodPage["sources"][number], "id" | "title" | "url" | "mark">[];
}

export interface CapacityLine {
  months: 12;
  people: number;
  /** The whole result in words. */
  sentence: string;
  /** null without a step, or without enough information for hours. */
  alone: CapacitySeries | null;
  /** With the provider-run steps moved; null when nothing moves. */
  moved: CapacitySeries | null;
  /** What handing over frees and what it costs; empty when nothing moves. */
  freed: string[];
  assumptions: CapacityAssumption[];
}

/** What the line is worked out from. */
export interface CapacitySource {
  edition: Edition;
  answers: Answers;
  industry: Industry;
  infrastructurePeople: number;
  headcount: Headcount | null;
  priorities: Priorities;
}

const horizon = 12;

function capacityOf(source: CapacitySource, values: Readonly<Record<string, number>>): Capacity {
  const { edition, answers, industry, infrastructurePeople, headcount, priorities } = source;
  return capacity({
    edition,
    answers,
    respondent: { industry, infrastructurePeople },
    headcount,
    priorities,
    horizon,
    assumptions: withReaderValues(source, values),
  });
}

function assumptionRows(source: CapacitySource, values: Readonly<Record<string, number>>) {
  const set = withReaderValues(source, values);
  return editableAssumptions(source).map(
    ({ read, write, sourceIds, ...row }): CapacityAssumption => ({
      ...row,
      value: read(set),
      sources: source.edition.sources.flatMap(({ id, title, url, mark }) =>
        sourceIds.includes(id) && mark !== "M" ? [{ id, title, url, mark }] : [],
      ),
    }),
  );
}

function lineOf(
  source: CapacitySource,
  result: Capacity,
  values: Readonly<Record<string, number>>,
): CapacityLine {
  const known = result.spare !== null && result.steps.length > 0;
  return {
    months: horizon,
    people: source.infrastructurePeople,
    sentence: capacitySentence(result, source.infrastructurePeople),
    alone: known ? aloneSeries(result, withReaderValues(source, values)) : null,
    moved: known ? movedSeries(result) : null,
    freed: known ? freedSentences(result) : [],
    assumptions: known ? assumptionRows(source, values) : [],
  };
}

/**
 * Returns the capacity line of the whole year's plan (models.md, B); planning arithmetic, our judgement.
 * @param values a reader's own figures by id; those out of range are left out
 */
export function readerCapacityLine(
  source: CapacitySource,
  values: Readonly<Record<string, number>>,
): CapacityLine {
  return lineOf(source, capacityOf(source, values), values);
}

export interface ReportCapacity {
  /** null in the shared version and when nobody in-house runs infrastructure. */
  line: CapacityLine | null;
  /** Ids of steps that a team of this size should not carry alone, whatever the hours. */
  neverAlone: ReadonlySet<string>;
}

/** Returns the same for a report, on our own figures. */
export function capacityLine(input: ReportInput): ReportCapacity {
  const { edition, answers, profile, scorecard } = input;
  const { priorities } = scorecard;
  const source = { ...profile, edition, answers, priorities };
  const result = capacityOf(source, {});
  const alone = result.steps.filter(({ neverAlone }) => neverAlone);
  return {
    line: showsPeople(input) ? lineOf(source, result, {}) : null,
    neverAlone: new Set(alone.map(({ recommendation }) => recommendation.id)),
  };
}
