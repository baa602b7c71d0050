/**
 * What the functions answer; every other address is a file of the built site. CloudFront, the HTTP API and the local
 * server all route by this list.
 */
export const appPaths = ["/api", "/r"] as const;
