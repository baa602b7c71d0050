/** What a visitor and a reader of mails do, over HTTP. */
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Submission } from "#shared/submission.ts";
import { mailsTo, type ReceivedMail } from "../functions/local-services.ts";
import { asForm } from "../functions/sample-submissions.ts";
import type { Deployment } from "./emulation/deployment.ts";
import { visitingFromHeader } from "./emulation/web-front.ts";

export interface Visitor {
  get(path: string): Promise<Response>;
  post(path: string, form?: URLSearchParams): Promise<Response>;
  /** Sends the form as the page's script does. */
  submit(submission: Submission): Promise<{ id: string; resultUrl: string }>;
  /** Sends the form as a browser without script does, and returns the path of the result page. */
  submitPlain(submission: Submission): Promise<string>;
  mails(address: string): Promise<ReceivedMail[]>;
}

/** Returns the path of the first private link in a mail. */
export function linkIn({ body }: Pick<ReceivedMail, "body">): string {
  const found = /https?:\/\/[^/\s"]+(\/r\/[\w-]+)/.exec(body.text ?? body.html ?? "")?.[1];
  if (found === undefined) throw new Error("The mail has no private link.");
  return found;
}

async function unexpected(response: Response): Promise<Error> {
  return new Error(`${response.status}: ${(await response.text()).slice(0, 300)}`);
}

/** @param addressOf network address of the next request; the same one each time where left out */
export function visitorOf({ siteUrl, mailboxUrl }: Deployment, addressOf = () => "203.0.113.7"): Visitor {
  const from = () => ({ [visitingFromHeader]: addressOf() });
  const get = (path: string) => fetch(`${siteUrl}${path}`, { redirect: "manual", headers: from() });
  const post = (path: string, form = new URLSearchParams()) =>
    fetch(`${siteUrl}${path}`, { method: "POST", body: form, redirect: "manual", headers: from() });
  return {
    get,
    post,
    async submit(submission) {
      const challenge = await (await get("/api/challenge")).json();
      const solution = await solveChallenge({ challenge, deriveKey });
      const proof = Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
      const response = await fetch(`${siteUrl}/api/assessments`, {
        method: "POST",
        headers: { ...from(), "content-type": "application/json" },
        body: JSON.stringify({ ...submission, proof }),
      });
      if (response.status !== 201) throw await unexpected(response);
      return response.json();
    },
    async submitPlain(submission) {
      const response = await post("/api/assessments", asForm(submission));
      if (response.status !== 303) throw await unexpected(response);
      return response.headers.get("location") ?? "";
    },
    mails: (address) => mailsTo(mailboxUrl, address),
  };
}
