import type { Route } from "#functions/api/app-frame.ts";
import { challenge } from "#functions/api/challenge.ts";

/** What is asked for before anything else, while the visitor still reads and types: nothing heavy may join. */
export const firstRoutes: readonly Route[] = [challenge];
