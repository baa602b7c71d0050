/** The figures behind the capacity line that a reader may edit: those their own answers bring into play. */
import { isLevel } from "#shared/answers.ts";
import type { Answers, Effort, Headcount, Level } from "#shared/edition.ts";
import {
  assumptionRanges,
  type ByLevel,
  type CapacityAssumptions,
  defaultAssumptions,
  type Reading,
} from "#shared/models/capacity-assumptions.ts";

/** The facts that decide which figures count. */
export interface AssumptionContext {
  answers: Answers;
  /** null counts as the smallest estate. */
  headcount: Headcount | null;
}

export interface EditableAssumption {
  /** Such as "setupHours.S". */
  id: string;
  name: string;
  unit: "hours" | "%" | "people" | "calls" | "times" | "months";
  why: string;
  sourceIds: readonly string[];
  /** What a reader may set, both ends included; the planning figure lies within. */
  least: number;
  most: number;
  step: number;
  read(assumptions: CapacityAssumptions): number;
  write(assumptions: CapacityAssumptions, value: number): CapacityAssumptions;
}

type Texts = Pick<EditableAssumption, "id" | "name" | "unit" | "why" | "sourceIds">;
type Range = readonly [least: number, most: number];
type PlainKey = "hoursPerPerson" | "hoursPerCall" | "firstLinePercent" | "onboardingMonths";
type BandKey = "protectedPercent" | "onCallPeople" | "calls";

function plain(key: PlainKey, texts: Omit<Texts, "id">, step = 1): EditableAssumption {
  const [least, most]: Range = assumptionRanges[key];
  return {
    ...texts,
    id: key,
    least,
    most,
    step,
    read: (assumptions) => assumptions[key],
    write: (assumptions, value) => ({ ...assumptions, [key]: value }),
  };
}

function replaced<Value>(values: ByLevel<Value>, level: Level, value: Value): ByLevel<Value> {
  const [worst, low, good, best] = values.map((old, index) => (index === level ? value : old));
  return [worst ?? value, low ?? value, good ?? value, best ?? value];
}

/** An answer's band is part of its wording: the planning figure moves within it. */
function band(
  key: BandKey,
  level: Answers[string] | undefined,
  texts: Omit<Texts, "id">,
): EditableAssumption[] {
  if (!isLevel(level)) return [];
  const [least, , most] = defaultAssumptions[key][level];
  const moved = (assumptions: CapacityAssumptions, value: number): ByLevel<Reading> =>
    replaced(assumptions[key], level, [least, value, most]);
  return [
    {
      ...texts,
      id: key,
      least,
      most,
      step: 1,
      read: (assumptions) => assumptions[key][level][1],
      write: (assumptions, value) => ({ ...assumptions, [key]: moved(assumptions, value) }),
    },
  ];
}

function left(level: Answers[string] | undefined): EditableAssumption[] {
  if (!isLevel(level)) return [];
  const [below, above] = assumptionRanges.leftPercent;
  const usual = defaultAssumptions.leftPercent[level];
  return [
    {
      id: "leftPercent",
      name: "Left for the plan after overtime",
      unit: "%",
      why: "15 hours of overtime make a 55-hour week: plan nothing on top. 8 hours reach the 48-hour average.",
      sourceIds: ["S07", "S08"],
      least: Math.max(0, usual + below),
      most: Math.min(100, usual + above),
      step: 5,
      read: ({ leftPercent }) => leftPercent[level],
      write: (assumptions, value) => ({
        ...assumptions,
        leftPercent: replaced(assumptions.leftPercent, level, value),
      }),
    },
  ];
}

const effortNames: Record<Effort, string> = { S: "small", M: "medium", L: "large" };
const effortWhy: Record<Effort, string> = { S: "Two days.", M: "A week.", L: "Three weeks." };

function byEffort(key: "setupHours" | "runningHours", effort: Effort): EditableAssumption {
  const [least, most] = assumptionRanges[key][effort];
  const setup = key === "setupHours";
  return {
    id: `${key}.${effort}`,
    name: setup
      ? `To set up a ${effortNames[effort]} step`
      : `To keep a ${effortNames[effort]} step running, each month`,
    unit: "hours",
    why: setup ? effortWhy[effort] : "Reviews and tests continue.",
    sourceIds: [],
    least,
    most,
    step: 1,
    read: (assumptions) => assumptions[key][effort],
    write: (assumptions, value) => ({ ...assumptions, [key]: { ...assumptions[key], [effort]: value } }),
  };
}

function size(headcount: Headcount | null): EditableAssumption {
  const key = headcount ?? "unknown";
  const [least, most] = assumptionRanges.size;
  return {
    id: "size",
    name: "Size of what you run, against the smallest",
    unit: "times",
    why: "Larger estates take longer.",
    sourceIds: [],
    least,
    most,
    step: 0.5,
    read: (assumptions) => assumptions.size[key],
    write: (assumptions, value) => ({ ...assumptions, size: { ...assumptions.size, [key]: value } }),
  };
}

function provider(share: "Yes" | "Shared"): EditableAssumption {
  const [least, most] = assumptionRanges.providerPercent[share];
  return {
    id: `providerPercent.${share}`,
    name: share === "Yes" ? "A provider takes of a step it can run" : "A provider takes of a shared step",
    unit: "%",
    why: "Decisions, access and review stay yours. Never past the middle of its range: we sell this.",
    sourceIds: ["S40"],
    least,
    most,
    step: 1,
    read: ({ providerPercent }) => providerPercent[share],
    write: (assumptions, value) => ({
      ...assumptions,
      providerPercent: { ...assumptions.providerPercent, [share]: value },
    }),
  };
}

const wording = { why: "The wording of your answer.", sourceIds: [] };

function onCall({ answers }: AssumptionContext): EditableAssumption[] {
  if (answers.OC1 === "na" || answers.OC2 === "na") return [];
  return [
    ...band("onCallPeople", answers.OC1, { ...wording, name: "People who share on-call", unit: "people" }),
    ...band("calls", answers.OC2, {
      name: "Calls a month and person on call",
      unit: "calls",
      why: "Thresholds of a published survey; an open band counts at its lower edge.",
      sourceIds: ["S17"],
    }),
    plain(
      "hoursPerCall",
      {
        name: "Working hours lost by a call, recovery included",
        unit: "hours",
        why: "Google counts about 6 hours an incident; most calls are smaller.",
        sourceIds: ["S02"],
      },
      0.5,
    ),
  ];
}

/** Returns the figures that count for these answers, in the order of the arithmetic; our judgement (models.md, B). */
export function editableAssumptions(context: AssumptionContext): EditableAssumption[] {
  const { answers, headcount } = context;
  const efforts = ["S", "M", "L"] as const;
  return [
    plain("hoursPerPerson", {
      name: "Working hours of a person, each month",
      unit: "hours",
      why: "173 less leave, illness, meetings and requests.",
      sourceIds: [],
    }),
    ...onCall(context),
    ...band("protectedPercent", answers.TS2, {
      ...wording,
      name: "Protected share of the week",
      unit: "%",
    }),
    ...left(answers.SG1),
    ...efforts.map((effort) => byEffort("setupHours", effort)),
    ...efforts.map((effort) => byEffort("runningHours", effort)),
    size(headcount),
    provider("Yes"),
    provider("Shared"),
    plain("firstLinePercent", {
      name: "Calls an outside first line settles",
      unit: "%",
      why: "A vendor's survey calls 83% of alerts false; we take far less.",
      sourceIds: ["S24"],
    }),
    plain("onboardingMonths", {
      name: "Until a provider has taken over",
      unit: "months",
      why: "Contract, access, responsibility matrix.",
      sourceIds: [],
    }),
  ];
}

/**
 * Returns the default figures with a reader's own in their place. A value that is no number or outside its
 * range is left out, and the default stays.
 * @param values by id of the figure
 */
export function withReaderValues(
  context: AssumptionContext,
  values: Readonly<Record<string, number>>,
): CapacityAssumptions {
  return editableAssumptions(context).reduce((assumptions, { id, least, most, write }) => {
    const value = values[id];
    return value !== undefined && value >= least && value <= most ? write(assumptions, value) : assumptions;
  }, defaultAssumptions);
}
