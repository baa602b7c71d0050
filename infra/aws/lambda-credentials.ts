/**
 * Stands in for @aws-sdk/credential-provider-node in every bundle. Lambda hands a function its credentials in the
 * environment; the other ways to find some (profiles, sign-in, other machines' metadata) are dead weight there.
 */
import { fromEnv } from "@aws-sdk/credential-provider-env";

export const defaultProvider = () => fromEnv();
