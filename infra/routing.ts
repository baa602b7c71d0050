/** Which address is answered by what, and kept for how long: CloudFront and the local server go by the same lists. */

/** What the functions answer; every other address is a file of the built site. */
export const appPaths = ["/api", "/r"] as const;

/** What the console answers: this address and all below it. */
export const consolePath = "/console";

/** Astro puts files with a hash in their name here: they never change. */
export const hashedFolder = "_astro";

export const cacheControl = {
  hashed: "public, max-age=31536000, immutable",
  /** Asked for again each time; unchanged, it is not sent again. */
  pages: "public, max-age=0, must-revalidate",
} as const;
