/** Permissions both ways: what was asked for and not allowed, and what is allowed and was not asked for. */
import type { Call } from "./emulation/calls.ts";
import type { Deployment } from "./emulation/deployment.ts";
import { allows, isAllowed, type Statement, statementsOf } from "./emulation/policies.ts";
import { explainedPermissions } from "./explained-permissions.ts";

export interface Permission {
  function: string;
  action: string;
  resource: string;
}

/** Logical ids end with a hash of their path. */
const withoutHash = (id: string) => id.replace(/[0-9A-F]{8}$/, "");

function rolesOf({ template, functions }: Deployment): { id: string; statements: Statement[] }[] {
  const roles = template.ofType("AWS::IAM::Role").map(([role]) => role);
  return [...functions.keys()].map((id) => {
    const role = roles.find((one) => withoutHash(one) === `${withoutHash(id)}Role`);
    if (role === undefined) throw new Error(`${id} has no role of its own.`);
    return { id, statements: statementsOf(template, role) };
  });
}

/** Returns the calls that a role would have refused. */
export function refusedCalls(deployment: Deployment): Call[] {
  return rolesOf(deployment).flatMap(({ id, statements }) =>
    deployment.calls.filter((call) => call.caller === id && !isAllowed(statements, call)),
  );
}

function isUsed(statement: Statement, calls: readonly Call[]): boolean {
  return calls.some(({ action, resources, context }) =>
    resources.some((resource) => allows(statement, action, resource, context)),
  );
}

/** Returns each action that a role allows on each resource, and whether a call used it. */
export function grantedPermissions(deployment: Deployment): (Permission & { used: boolean })[] {
  return rolesOf(deployment).flatMap(({ id, statements }) => {
    const calls = deployment.calls.filter(({ caller }) => caller === id);
    return statements.flatMap((statement) =>
      statement.actions.flatMap((action) =>
        statement.resources.map((resource) => ({
          function: withoutHash(id),
          action,
          resource,
          used: isUsed({ ...statement, actions: [action], resources: [resource] }, calls),
        })),
      ),
    );
  });
}

/** Returns why a permission is there although no call uses it, or null. */
export function explanationOf({ action, resource }: Permission): string | null {
  const key = Object.keys(explainedPermissions).find((one) => {
    const [what, where = ""] = one.split(" on ");
    return what === action && resource.includes(where);
  });
  return key === undefined ? null : (explainedPermissions[key] ?? null);
}
