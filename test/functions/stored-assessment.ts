import type { Assessment } from "#functions/store/assessment-item.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import type { Table } from "#functions/store/table.ts";
import { privatePath, type Scope } from "#functions/tokens.ts";
import { testSecrets } from "./test-app.ts";

/** Returns an assessment as it lies in the table; throws when there is none. */
export async function storedAssessment(table: Table, id: string): Promise<Assessment> {
  const found = await readAssessment(table, id);
  if (found === null) throw new Error(`There is no assessment ${id}.`);
  return found;
}

/** Returns the path of a private page as its link would be made now. */
export async function linkTo(table: Table, id: string, scope: Scope): Promise<string> {
  return privatePath(testSecrets.token, await storedAssessment(table, id), scope);
}
