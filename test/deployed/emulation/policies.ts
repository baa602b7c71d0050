/** What a role allows, judged as IAM does for the parts of its language that the stack uses. */
import type { Call } from "./calls.ts";
import { list, object, texts } from "./json.ts";
import type { Json, ResolvedTemplate } from "./template.ts";

export interface Statement {
  effect: string;
  actions: string[];
  resources: string[];
  /** Operator, key, value. */
  conditions: { operator: string; key: string; values: string[] }[];
}

function conditionsOf(value: Json | undefined): Statement["conditions"] {
  return Object.entries(object(value)).flatMap(([operator, pairs]) =>
    Object.entries(object(pairs)).map(([key, wanted]) => ({ operator, key, values: texts(wanted) })),
  );
}

function statementsIn(document: Json | undefined): Statement[] {
  return list(object(document).Statement).map(({ Effect, Action, Resource, Condition }) => ({
    effect: String(Effect),
    actions: texts(Action),
    resources: texts(Resource),
    conditions: conditionsOf(Condition),
  }));
}

/** Returns every statement of the policies attached to a role. */
export function statementsOf(template: ResolvedTemplate, roleId: string): Statement[] {
  return template
    .ofType("AWS::IAM::Policy")
    .filter(([, { Roles }]) => texts(Roles).includes(roleId))
    .flatMap(([, { PolicyDocument }]) => statementsIn(PolicyDocument));
}

function wildcard(pattern: string, text: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`, "s").test(text);
}

function holds(
  { operator, key, values }: Statement["conditions"][number],
  context: Call["context"],
): boolean {
  if (operator !== "StringEquals") throw new Error(`The condition ${operator} is not judged here.`);
  const given = context[key];
  return given !== undefined && values.includes(given);
}

/** Returns whether a statement allows the action on this one resource. */
export function allows(
  statement: Statement,
  action: string,
  resource: string,
  context: Call["context"],
): boolean {
  return (
    statement.effect === "Allow" &&
    statement.actions.some((allowed) => wildcard(allowed, action)) &&
    statement.resources.some((allowed) => wildcard(allowed, resource)) &&
    statement.conditions.every((condition) => holds(condition, context))
  );
}

/** Returns whether the statements together allow the call on all it touches. */
export function isAllowed(statements: readonly Statement[], { action, resources, context }: Call): boolean {
  return resources.every((resource) =>
    statements.some((statement) => allows(statement, action, resource, context)),
  );
}
