import { limits, type OnCallInput } from "./on-call-result.ts";

const fields = ["people", "interruptions", "settled"] as const;

function wholeNumber(text: string | null, { min, max }: { min: number; max: number }): number | null {
  if (text === null || !/^\d{1,6}$/.test(text.trim())) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}

/** Returns what a link or the form says; null names no valid value for that field. */
export function readOnCall(values: { get(name: string): unknown }): {
  [Field in keyof OnCallInput]: OnCallInput[Field] | null;
} {
  const text = (name: string) => {
    const value = values.get(name);
    return typeof value === "string" ? value : null;
  };
  const [people, interruptions, settled] = fields.map((name) => wholeNumber(text(name), limits[name]));
  const tiers = text("tiers");
  return {
    people: people ?? null,
    interruptions: interruptions ?? null,
    settled: settled ?? null,
    tiers: tiers === "1" ? 1 : tiers === "2" ? 2 : null,
  };
}

/** Returns the query that brings back the same result. */
export function onCallQuery({ people, tiers, interruptions, settled }: OnCallInput): string {
  return `?people=${people}&tiers=${tiers}&interruptions=${interruptions}&settled=${settled}`;
}
