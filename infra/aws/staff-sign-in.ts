import { CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
  UserPoolGroup,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import type { SignInConfig } from "#shared/deployment-config.ts";
import type { DeploymentValues } from "./deployment-values.ts";

/** What each may do is said where the console checks it: sales sees and works leads, admin also erases them. */
const groups = ["sales", "admin"] as const;

/** Addresses of the console that the sign-in returns to. */
const consolePaths = { signedIn: "/console/signed-in", signedOut: "/console/signed-out" } as const;

function variablesOf({ issuer, clientId, groupsClaim, salesGroup, adminGroup }: SignInConfig) {
  return {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_GROUPS_CLAIM: groupsClaim,
    OIDC_SALES_GROUP: salesGroup,
    OIDC_ADMIN_GROUP: adminGroup,
  };
}

/** Returns what the console's entry needs to know of the issuer: the configured one, or a user pool made for it. */
export function signInVariables(
  scope: Construct,
  id: string,
  values: DeploymentValues,
): Record<string, string> {
  const { signIn } = values.deployment;
  return signIn === null ? new StaffSignIn(scope, id, values).variables() : variablesOf(signIn);
}

/**
 * Who may open the console: people that the operator invites, each with a second factor, none by registering. The
 * pages for signing in are Cognito's own. Free of charge for up to 10,000 people a month.
 */
export class StaffSignIn extends Construct {
  private readonly pool: UserPool;
  private readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, { config, stage, siteUrl }: DeploymentValues) {
    super(scope, id);
    const stays = stage !== "dev";
    this.pool = new UserPool(this, "People", {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      userInvitation: {
        emailSubject: `Your sign-in to the console of ${config.brand.name}`,
        emailBody: `Sign in at ${siteUrl}/console as {username} with the temporary password {####}. It is valid for three days.`,
      },
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: stays,
      removalPolicy: stays ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const groupName of groups) new UserPoolGroup(this, groupName, { userPool: this.pool, groupName });
    // Without a secret: the code that comes back is worth nothing without the verifier (PKCE) the console keeps.
    this.client = new UserPoolClient(this, "Console", {
      userPool: this.pool,
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
        callbackUrls: [`${siteUrl}${consolePaths.signedIn}`],
        logoutUrls: [`${siteUrl}${consolePaths.signedOut}`],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
    });
    this.pages();
    this.print();
  }

  /** Variables of the console's entry. */
  variables(): Record<string, string> {
    return { OIDC_ISSUER: this.pool.userPoolProviderUrl, OIDC_CLIENT_ID: this.client.userPoolClientId };
  }

  private pages(): void {
    const { account, stackName } = Stack.of(this);
    this.pool.addDomain("Pages", {
      // Every name is taken once in a region, whatever the account.
      cognitoDomain: { domainPrefix: `${stackName.toLowerCase()}-${account}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    new CfnManagedLoginBranding(this, "Look", {
      userPoolId: this.pool.userPoolId,
      clientId: this.client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }

  private print(): void {
    const { OIDC_ISSUER = "", OIDC_CLIENT_ID = "" } = this.variables();
    const printed = {
      Issuer: { value: OIDC_ISSUER, description: "Issuer of the console's sign-in (OIDC_ISSUER)." },
      ClientId: { value: OIDC_CLIENT_ID, description: "The console at that issuer (OIDC_CLIENT_ID)." },
      PoolId: { value: this.pool.userPoolId, description: "Invite people here; operations.md says how." },
    };
    for (const [name, output] of Object.entries(printed)) new CfnOutput(this, name, output);
  }
}
