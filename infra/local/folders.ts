import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

export const siteDist = path.join(root, "site/dist");
export const buildFolder = path.join(root, ".build");
