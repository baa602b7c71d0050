import { currentEdition, editions } from "../../../shared/questions/index.ts";
import { screenEdition } from "../../../shared/report/screen-edition.ts";
import { trialEdition } from "../../../shared/report/trial-edition.ts";

const trialPrefix = "virtual:trial-edition/";

/** One chunk an edition, loaded for a report of that edition only. */
function trialEditionsModule(): string {
  const entries = editions.map(
    ({ id }) => `${JSON.stringify(id)}: () => import(${JSON.stringify(`${trialPrefix}${id}`)})`,
  );
  return `export const trialEditions = { ${entries.join(", ")} };`;
}

/** Module name to what is behind it; names that end in .json are bundled as data. */
const modules: Readonly<Record<string, { id: string; content: () => string }>> = {
  "virtual:screen-edition": {
    id: "\0screen-edition.json",
    content: () => JSON.stringify(screenEdition(currentEdition)),
  },
  "virtual:trial-editions": { id: "\0trial-editions", content: trialEditionsModule },
  ...Object.fromEntries(
    editions.map((edition) => [
      `${trialPrefix}${edition.id}`,
      { id: `\0trial-edition-${edition.id}.json`, content: () => JSON.stringify(trialEdition(edition)) },
    ]),
  ),
};

/** Serves editions to the browser, each cut to what a page shows of it. */
export function editionData() {
  return {
    name: "edition-data",
    resolveId: (source: string) => modules[source]?.id,
    load: (id: string) =>
      Object.values(modules)
        .find((module) => module.id === id)
        ?.content(),
  };
}
