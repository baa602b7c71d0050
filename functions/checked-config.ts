/**
 * funnel.config.ts, checked. In a bundle this module holds the checked value itself (infra/aws/bundles.ts): what
 * cannot change after the deployment need not be checked again by every function that starts.
 */
import funnelConfig from "#config";
import { type FunnelConfig, parseFunnelConfig } from "#shared/funnel-config.ts";

/** @throws FunnelConfigError when imported with a file that has a mistake */
export const config: FunnelConfig = parseFunnelConfig(funnelConfig);
