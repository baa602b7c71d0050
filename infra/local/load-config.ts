import { type FunnelConfig, parseFunnelConfig } from "#shared/funnel-config.ts";

/**
 * Returns the checked configuration. Loaded late, so that a mistake in the file is told in words.
 * @throws FunnelConfigError naming each field at fault
 */
export async function loadConfig(): Promise<FunnelConfig> {
  const { default: config } = await import("#config");
  return parseFunnelConfig(config);
}
