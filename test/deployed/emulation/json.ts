/** Reading values out of a resolved template. */
import type { Json } from "./template.ts";

export type Properties = { [name: string]: Json };

/** Returns the object, or an empty one for anything else. */
export function object(value: Json | undefined): Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

/** Returns the elements of a list; a single value counts as a list of one. */
export function list(value: Json | undefined): Properties[] {
  return [value ?? []].flat().map(object);
}

/** Returns the texts of a list; a single text counts as a list of one. */
export function texts(value: Json | undefined): string[] {
  return [value ?? []].flat().map(String);
}

/** Returns the last part of an ARN, where Lambda, SQS and SNS have the name. */
export function nameIn(arn: Json | undefined): string {
  return String(arn).split(":").at(-1) ?? "";
}
