import type { RouterRoute } from "hono/types";

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split("/");
  const given = path.split("/");
  return (
    wanted.length === given.length &&
    wanted.every((part, at) => (part.startsWith(":") ? given[at] !== "" : part === given[at]))
  );
}

/** Returns the methods that a path answers, for the Allow header; an empty list for an address nobody has. */
export function allowedMethods(routes: readonly RouterRoute[], path: string): string[] {
  const found = routes.filter((route) => route.method !== "ALL" && matches(route.path, path));
  const methods = new Set(found.map(({ method }) => method));
  return methods.has("GET") ? ["GET", "HEAD", ...methods].filter(unique) : [...methods];
}

function unique<Value>(value: Value, at: number, all: readonly Value[]): boolean {
  return all.indexOf(value) === at;
}
