import input from "#config";
import { parseFunnelConfig } from "#shared/funnel-config.ts";

/** The checked configuration; a mistake in funnel.config.ts stops the build here, naming the field. */
export const config = parseFunnelConfig(input);

/** Name for the page header, where room is short. */
export const headerName = config.brand.shortName ?? config.brand.name;
