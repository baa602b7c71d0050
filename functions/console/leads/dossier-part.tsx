/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { LeadContent } from "#functions/console/leads/lead-content.ts";
import { suppressionTexts } from "#functions/console/leads/lead-words.ts";
import { minuteText } from "#functions/console/pages/since.tsx";
import type { Address } from "#functions/store/addresses.ts";
import type { Dossier } from "#shared/sales/dossier.ts";

function Line({ label, children }: { label: string; children?: Child }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Returns a text with a capital in front and a period behind. */
export function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!]$/.test(capital) ? capital : `${capital}.`;
}

/** How they may be reached, as buttons; for a suppressed address, why not. */
export function Contact({ dossier, address }: { dossier: Dossier; address: Address }) {
  const { contact, email, phone, links } = dossier;
  const { suppressed } = address;
  return (
    <>
      <p>
        {sentence(contact)}
        {suppressed === undefined
          ? null
          : ` ${sentence(suppressionTexts[suppressed.why])} (${minuteText(suppressed.at)} UTC)`}
      </p>
      {email === null ? null : (
        <ul class="plain console-ways">
          {phone === null ? null : (
            <li>
              <a class="button small-button" href={phone.href}>
                Call {phone.number}
              </a>
            </li>
          )}
          {links.reply === null ? null : (
            <li>
              <a class="button secondary small-button" href={links.reply}>
                Write
              </a>
            </li>
          )}
          <li>{email}</li>
        </ul>
      )}
    </>
  );
}

/** What to know before a call. */
export function DossierPart({ dossier, address }: Pick<LeadContent, "dossier" | "address">) {
  return (
    <section aria-labelledby="dossier">
      <h2 id="dossier">Before you call</h2>
      <dl class="console-dossier">
        <Line label="Who">{dossier.who}</Line>
        <Line label="Contact">
          <Contact dossier={dossier} address={address} />
        </Line>
        <Line label="Why">{sentence(dossier.why)}</Line>
        <Line label="Open with">
          <ol class="console-openers">
            {dossier.openers.map(({ questionId, fact, ask }) => (
              <li key={questionId}>
                <strong>“{ask}”</strong>
                <span class="console-under">
                  {sentence(fact)} ({questionId})
                </span>
              </li>
            ))}
          </ol>
        </Line>
        <Line label="Say">{dossier.say}</Line>
        <Line label="Not">{sentence(dossier.not)}</Line>
        <Line label="Team">
          {sentence(dossier.team)}
          {dossier.tact === null ? null : <span class="console-under">{dossier.tact}</span>}
        </Line>
      </dl>
    </section>
  );
}
