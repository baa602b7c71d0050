/** Event patterns as far as the stack uses them: nested fields, exact values, {"exists": …}. */
import type { Json } from "./template.ts";

const fieldOf = (event: unknown, name: string): unknown =>
  typeof event === "object" && event !== null && !Array.isArray(event) ? Reflect.get(event, name) : undefined;

function accepts(rule: Json, value: unknown): boolean {
  if (typeof rule === "object" && rule !== null && !Array.isArray(rule)) {
    const [operator] = Object.keys(rule);
    if (operator !== "exists") throw new Error(`The pattern operator ${operator} is not matched here.`);
    return (value !== undefined) === rule.exists;
  }
  return value === rule;
}

/** Returns whether an event matches; a list of rules matches when one of them does. */
export function matchesPattern(pattern: Json, event: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.some((rule) => accepts(rule, event));
  if (typeof pattern !== "object" || pattern === null) throw new Error("A pattern has lists at its leaves.");
  return Object.entries(pattern).every(([name, inner]) => matchesPattern(inner, fieldOf(event, name)));
}
