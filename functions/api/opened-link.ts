import type { Context } from "hono";
import type { ApiDependencies } from "#functions/api/dependencies.ts";
import { ApiProblem } from "#functions/api/problem.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { readErasure } from "#functions/store/erasures.ts";
import type { Table } from "#functions/store/table.ts";
import { isOfFormerMailbox, type OpenedToken, openToken, type Scope } from "#functions/tokens.ts";
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

/**
 * Returns the assessment behind a private link.
 * @param scopes those that may do this
 * @throws ApiProblem 404 for a wrong token or scope, 410 for an expired token, a deleted assessment, or a mailbox it has left
 */
export async function openLink(
  context: Context,
  { table, secrets, now }: ApiDependencies,
  scopes: readonly Scope[],
): Promise<OpenedLink> {
  const token = context.req.param("token") ?? "";
  const opened = [secrets, secrets.previous]
    .map((keys) => keys && openToken(keys.token, token, now()))
    .find((found) => found !== null);
  if (opened === "expired") throw endedLink();
  if (!opened || !scopes.includes(opened.scope)) throw unknownLink();
  const assessment = await readAssessment(table, opened.assessmentId);
  if (assessment === null) throw await goneLink(table, opened);
  if (isOfFormerMailbox(opened, assessment) || assessment.expiresAt * 1000 <= now().getTime())
    throw endedLink();
  return { assessment, scope: opened.scope, token };
}
