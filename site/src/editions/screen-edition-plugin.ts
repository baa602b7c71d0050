import { currentEdition } from "../../../shared/questions/index.ts";
import { screenEdition } from "../../../shared/report/screen-edition.ts";

const id = "\0screen-edition.json";

/** Serves "virtual:screen-edition": as much of the current edition as the result on screen shows, bundled as data. */
export function screenEditionData() {
  return {
    name: "screen-edition",
    resolveId(source: string) {
      return source === "virtual:screen-edition" ? id : undefined;
    },
    load(source: string) {
      return source === id ? JSON.stringify(screenEdition(currentEdition)) : undefined;
    },
  };
}
