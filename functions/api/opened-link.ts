import type { Context } from "hono";
import type { ApiDependencies } from "#functions/api/dependencies.ts";
import { ApiProblem } from "#functions/api/problem.ts";
import { addressKey } from "#functions/store/addresses.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { readErasure } from "#functions/store/erasures.ts";
import type { Table } from "#functions/store/table.ts";
import {
  isOfFormerMailbox,
  type OpenedToken,
  openToken,
  type Scope,
  wasMailedFrom,
} from "#functions/tokens.ts";
import { longDate } from "#shared/report/wording.ts";

export interface OpenedLink {
  assessment: Assessment;
  scope: Scope;
  token: string;
}

/** Says the same for a wrong link and for a right one used for something it does not open. */
export function unknownLink(): ApiProblem {
  return new ApiProblem(
    404,
    "Not Found",
    "The link may be incomplete. Open it from the mail again, or copy the whole of it.",
  );
}

function endedLink(): ApiProblem {
  return new ApiProblem(
    410,
    "Gone",
    "It was open for a limited time, or the answers behind it were deleted. You can take the assessment again.",
  );
}

/** Sales is told that the customer had it erased; everybody else, that the link has ended. */
async function goneLink(table: Table, { assessmentId, scope }: OpenedToken): Promise<ApiProblem> {
  const erasure = scope === "sales" ? await readErasure(table, assessmentId) : null;
  return erasure === null
    ? endedLink()
    : new ApiProblem(
        410,
        "Gone",
        `Erased on ${longDate(erasure.erasedAt.slice(0, 10))}. Nothing of it is kept.`,
      );
}

interface FoundLink extends OpenedLink {
  opened: OpenedToken;
}

/** @throws ApiProblem 404, 410 */
async function findLink(
  context: Context,
  { table, secrets, now }: ApiDependencies,
  scopes: readonly Scope[],
): Promise<FoundLink> {
  const token = context.req.param("token") ?? "";
  const opened = [secrets, secrets.previous]
    .map((keys) => keys && openToken(keys.token, token, now()))
    .find((found) => found !== null);
  if (opened === "expired") throw endedLink();
  if (!opened || !scopes.includes(opened.scope)) throw unknownLink();
  const assessment = await readAssessment(table, opened.assessmentId);
  if (assessment === null) throw await goneLink(table, opened);
  if (assessment.expiresAt * 1000 <= now().getTime()) throw endedLink();
  return { assessment, scope: opened.scope, token, opened };
}

/** The mailbox is right, or was once: its reader decides nothing any more, but that nothing more comes. */
function leftMailbox(token: string): ApiProblem {
  return new ApiProblem(
    410,
    "Gone",
    "The contact details were corrected since: this report belongs to another mailbox now.",
    { notMe: `/r/${token}/not-me` },
  );
}

/**
 * Returns the assessment behind a private link.
 * @param scopes those that may do this
 * @throws ApiProblem 404 for a wrong token or scope, 410 for an expired token, a deleted assessment, or a mailbox it has left
 */
export async function openLink(
  context: Context,
  dependencies: ApiDependencies,
  scopes: readonly Scope[],
): Promise<OpenedLink> {
  const { opened, ...link } = await findLink(context, dependencies, scopes);
  if (isOfFormerMailbox(opened, link.assessment)) throw leftMailbox(link.token);
  return link;
}

export interface MailedLink {
  assessment: Assessment;
  /** Keyed hash of the mailbox the link was mailed to. */
  addressHash: string;
  /** The assessment has left that mailbox. */
  left: boolean;
}

/**
 * Returns the mailbox a link was mailed to, also one that the assessment has left since.
 * @throws ApiProblem 404, 410
 */
export async function openMailedLink(context: Context, dependencies: ApiDependencies): Promise<MailedLink> {
  const { assessment, opened } = await findLink(context, dependencies, ["confirm", "report"]);
  if (!isOfFormerMailbox(opened, assessment)) {
    const addressHash = addressKey(dependencies.secrets.address, assessment.contact.email);
    return { assessment, addressHash, left: false };
  }
  const { addressHash } =
    assessment.formerSteps?.find(
      ({ linksFrom }) => linksFrom !== undefined && wasMailedFrom(opened, linksFrom),
    ) ?? {};
  if (addressHash === undefined) throw endedLink();
  return { assessment, addressHash, left: true };
}
