/**
 * Returns the path as it was sent, with its escapes: what routes are matched against. Decoded, a path can hold a line
 * break, and a router's "everything" does not reach beyond one: such a request would pass by every check before its route.
 */
export function requestPath(request: Request): string {
  return new URL(request.url).pathname;
}
