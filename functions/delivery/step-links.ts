import { type Linked, privatePath, type Scope } from "#functions/tokens.ts";
import type { DossierLinks } from "#shared/sales/dossier.ts";

export interface LinkDependencies {
  siteUrl: string;
  tokenSecret: string;
}

/** Returns the whole address of a private page. */
export function linkTo({ siteUrl, tokenSecret }: LinkDependencies, assessment: Linked, scope: Scope): string {
  return `${siteUrl}${privatePath(tokenSecret, assessment, scope)}`;
}

/** Returns where a lead stands in the console. */
export function consoleLink({ siteUrl }: Pick<LinkDependencies, "siteUrl">, leadId: string): string {
  return `${siteUrl}/console/leads/${leadId}`;
}

/** Returns where a notice leads. */
export function noticeLinks(dependencies: LinkDependencies, assessment: Linked): Omit<DossierLinks, "reply"> {
  return {
    report: linkTo(dependencies, assessment, "sales"),
    console: consoleLink(dependencies, assessment.id),
  };
}
