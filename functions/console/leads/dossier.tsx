/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { LeadContent } from "#functions/console/leads/lead-content.ts";
import { suppressionTexts } from "#functions/console/leads/lead-words.ts";
import { minuteText } from "#functions/console/pages/since.tsx";
import { callLink, writeLink } from "#functions/mail/contact-links.ts";
import { reportSubject } from "#functions/mail/report-mail.tsx";
import type { SalesLead } from "#functions/mail/sales-lead.ts";
import type { Address } from "#functions/store/addresses.ts";

function Line({ label, children }: { label: string; children?: Child }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Ways({ dossier, mail }: { dossier: SalesLead; mail: boolean }) {
  const phone = dossier.outreach === "call or write" ? dossier.phone : undefined;
  return (
    <ul class="plain console-ways">
      {phone === undefined ? null : (
        <li>
          <a class="button small-button" href={callLink(phone)}>
            Call {phone}
          </a>
        </li>
      )}
      {mail ? (
        <li>
          <a class="button secondary small-button" href={writeLink(dossier.email, reportSubject)}>
            Write once
          </a>
        </li>
      ) : null}
      <li>{dossier.email}</li>
    </ul>
  );
}

/** A bounced address says nothing about the wish of its owner; every other reason is their wish. */
export function Contact({ dossier, address }: { dossier: SalesLead; address: Address }) {
  const { suppressed } = address;
  if (suppressed !== undefined && suppressed.why !== "bounce")
    return (
      <>
        No outreach: {suppressionTexts[suppressed.why]} ({minuteText(suppressed.at)}).
      </>
    );
  if (dossier.outreach === "none") return <>Report only: no outreach.</>;
  return (
    <>
      {suppressed === undefined ? null : <p>Mail to this address bounced. Nothing is mailed to it.</p>}
      <Ways dossier={dossier} mail={suppressed === undefined} />
    </>
  );
}

/** Returns a reason with a capital in front and a period behind. */
export function sentence(reason: string): string {
  const text = reason.charAt(0).toUpperCase() + reason.slice(1);
  return text.endsWith(".") ? text : `${text}.`;
}

/** What to know before a call: the same as in the sales notice. */
export function Dossier({ dossier, address }: Pick<LeadContent, "dossier" | "address">) {
  const graded = address.suppressed === undefined;
  return (
    <section aria-labelledby="dossier">
      <h2 id="dossier">Before you call</h2>
      <dl class="console-dossier">
        <Line label="Who">
          {dossier.name ?? "No name"}, {dossier.role} · {dossier.industry}
        </Line>
        <Line label="Contact">
          <Contact dossier={dossier} address={address} />
        </Line>
        <Line label="Why">
          {graded ? (
            <ul class="plain">
              {dossier.reasons.map((reason) => (
                <li key={reason}>{sentence(reason)}</li>
              ))}
            </ul>
          ) : (
            "No grade while nothing may be mailed to this address."
          )}
        </Line>
        <Line label="Open with">
          <ol class="console-openers">
            {dossier.openers.map(({ questionId, fact, question }) => (
              <li key={questionId}>
                <strong>“{question}”</strong>
                <span class="console-under">
                  {fact} ({questionId})
                </span>
              </li>
            ))}
          </ol>
        </Line>
        <Line label="Say">“Which finding would you challenge?”</Line>
        <Line label="Avoid">{dossier.notToSay}</Line>
        <Line label="Team">
          {dossier.team}: listen.
          {dossier.tact === null ? null : <span class="console-under">{dossier.tact}</span>}
        </Line>
      </dl>
    </section>
  );
}
