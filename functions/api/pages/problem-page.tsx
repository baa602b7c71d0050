/** @jsxImportSource hono/jsx */
import { messagePage, PostButton } from "#functions/api/pages/message-page.tsx";
import type { Page } from "#functions/api/pages/page.ts";
import type { ApiProblem } from "#functions/api/problem.ts";

const headings: Readonly<Record<number, string>> = {
  404: "We cannot find this page",
  410: "This link has ended",
  413: "That was more than the form can hold",
  503: "We cannot open this just now",
};

/** Returns a failure as a page. */
export function problemPage(problem: ApiProblem): Page {
  return messagePage(
    headings[problem.status] ?? "Something went wrong",
    [problem.detail],
    <>
      {problem.notMe === null ? null : (
        <>
          <p>Did not ask for a report? Press this, and nothing follows.</p>
          <PostButton action={problem.notMe} label="Not me" quiet />
        </>
      )}
      <p>
        <a href="/assessment">Go to the assessment</a>
      </p>
    </>,
  );
}
