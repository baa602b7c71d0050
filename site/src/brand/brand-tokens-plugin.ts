import input from "../../../funnel.config.ts";
import { parseFunnelConfig } from "../../../shared/funnel-config.ts";
import { brandTokensCss } from "./brand-tokens.ts";

const id = "/brand-tokens.css";

/** Serves "virtual:brand-tokens.css": the colors of funnel.config.ts, bundled like any other style sheet. */
export function brandTokens() {
  return {
    name: "brand-tokens",
    resolveId(source: string) {
      return source === "virtual:brand-tokens.css" ? id : undefined;
    },
    load(source: string) {
      return source === id ? brandTokensCss(parseFunnelConfig(input).brand.colors) : undefined;
    },
  };
}
