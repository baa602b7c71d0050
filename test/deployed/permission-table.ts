import { explanationOf, type Permission } from "./permission-check.ts";

/** Resources by the names the stack gives them, without account and hashes. */
const readable = (resource: string) =>
  resource
    .replace(/^arn:aws:(\w+):[^:]*:[^:]*:/, "$1 ")
    .replace(/\/stream\/.*/, "/stream")
    .replaceAll(/([A-Za-z])[0-9A-F]{8}(?![0-9A-Za-z])/g, "$1");

/** Returns every permission as a page to read: infra/aws/permissions.md. */
export function permissionTable(granted: readonly (Permission & { used: boolean })[]): string {
  const rows = granted.map((permission) => {
    const { function: name, action, resource, used } = permission;
    const by = used ? "called in the end-to-end run" : (explanationOf(permission) ?? "nobody");
    return `| ${name.replace(/^Functions/, "")} | ${action} | ${readable(resource)} | ${by} |`;
  });
  return `# What each function may do

Written by \`npm run test:deployed -- -u\`: every action that a synthesized role allows, and who uses it. A call that is
not allowed, or a permission that nobody uses or explains, fails that run.

| function | may | on | used |
|---|---|---|---|
${[...new Set(rows)].sort().join("\n")}
`;
}
