import { z } from "zod";

/** Who may sign in to the console, from the environment of its entry. */
export const openIdEnvironment = {
  /** Address of the issuer: for Cognito `https://cognito-idp.<region>.amazonaws.com/<user pool>`. */
  OIDC_ISSUER: z.url({ protocol: /^https$/ }),
  OIDC_CLIENT_ID: z.string().min(1),
  /** Left out for a public client. */
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_SCOPE: z.string().min(1).default("openid profile email"),
  /** The claim of the ID token that lists groups or roles; Cognito's own by default. */
  OIDC_GROUPS_CLAIM: z.string().min(1).default("cognito:groups"),
  /** Names of the groups that may use the console. */
  OIDC_SALES_GROUP: z.string().min(1).default("sales"),
  OIDC_ADMIN_GROUP: z.string().min(1).default("admin"),
};

export interface OpenIdSettings {
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  scope: string;
  groupsClaim: string;
  salesGroup: string;
  adminGroup: string;
}

const schema = z.object(openIdEnvironment);

/** Returns the settings that a parsed environment holds. */
export function openIdSettings(environment: z.output<typeof schema>): OpenIdSettings {
  return {
    issuer: environment.OIDC_ISSUER,
    clientId: environment.OIDC_CLIENT_ID,
    clientSecret: environment.OIDC_CLIENT_SECRET,
    scope: environment.OIDC_SCOPE,
    groupsClaim: environment.OIDC_GROUPS_CLAIM,
    salesGroup: environment.OIDC_SALES_GROUP,
    adminGroup: environment.OIDC_ADMIN_GROUP,
  };
}
