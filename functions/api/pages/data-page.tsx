/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Page } from "#functions/api/pages/page.ts";
import type { ConsentReceipt, PersonalData } from "#functions/privacy/personal-data.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { roleLabel } from "#shared/profile.ts";
import { findEdition } from "#shared/questions/index.ts";
import { longDate } from "#shared/report/wording.ts";
import { headcountChoices, industryName, regionChoices } from "#shared/views/form/choice-texts.ts";
import { ConsentFields } from "#shared/views/form/contact-fields.tsx";
import type { FormValues } from "#shared/views/form/form-state.ts";

export interface DataPageInput {
  data: PersonalData;
  config: FunnelConfig;
  token: string;
  /** This link may correct the contact and change the consent. */
  mayChange: boolean;
}

const dayOf = (time: string) => longDate(time.slice(0, 10));
const minuteOf = (time: string) => `${dayOf(time)}, ${time.slice(11, 16)} UTC`;

function Facts({ of }: { of: readonly (readonly [name: string, value: string])[] }) {
  return (
    <dl class="facts">
      {of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: Child }) {
  return (
    <section aria-labelledby={`${id}-title`} class="data-part">
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

function ContactPart({ data, token, mayChange }: DataPageInput) {
  const { contact, mailbox } = data;
  const proved = mailbox?.confirmedAt ? `Yours, as said on ${dayOf(mailbox.confirmedAt)}` : "Not confirmed";
  return (
    <Part id="contact" title="Contact">
      <Facts
        of={[
          ...(contact === null
            ? [["Email, organization, name, phone", "Shown behind the link in the mail"] as const]
            : [
                ["Email", contact.email] as const,
                ["Organization", contact.organisation] as const,
                ["Name", contact.name ?? "Not given"] as const,
                ["Phone", contact.phone ?? "Not given"] as const,
              ]),
          ...(mailbox === undefined ? [] : [["Address", proved] as const]),
          ...(mailbox?.noMailSince ? [["No mail since", dayOf(mailbox.noMailSince)] as const] : []),
        ]}
      />
      {mayChange ? (
        <p>
          <a class="button secondary" href={`/r/${token}/contact`}>
            Correct contact details
          </a>
        </p>
      ) : (
        <p class="small muted">
          To correct these, open the link in the mail: it shows that the mailbox is yours.
        </p>
      )}
    </Part>
  );
}

function Receipt({ receipt, present }: { receipt: ConsentReceipt; present: boolean }) {
  const { at, version, request, lines } = receipt;
  return (
    <div class="receipt">
      <p>
        {present ? "Given on " : "Before that, from "}
        <time datetime={at}>{minuteOf(at)}</time>
        {`, to the words of version ${version}.`}
      </p>
      <ul class="plain">
        {present && request !== null ? (
          <li>
            <strong>Pressed:</strong> {`“${request}”`}
          </li>
        ) : null}
        {lines.map(({ words, given }) => (
          <li key={words}>
            <strong>{given ? "Yes:" : "No:"}</strong> {`“${words}”`}
          </li>
        ))}
      </ul>
    </div>
  );
}

function ticked({ lines }: ConsentReceipt): FormValues {
  const names = ["followUps", "benchmark", "reportOnly"];
  return Object.fromEntries(names.flatMap((name, at) => (lines[at]?.given ? [[name, "on"]] : [])));
}

function ConsentPart({ data, config, token, mayChange }: DataPageInput) {
  return (
    <Part id="consent" title="What you agreed to">
      <Receipt receipt={data.consent} present />
      {[...data.consentBefore].reverse().map((receipt) => (
        <Receipt key={receipt.at} receipt={receipt} present={false} />
      ))}
      {mayChange ? (
        <details class="change-consent">
          <summary>Change this</summary>
          <form method="post" action={`/r/${token}/consent`}>
            <ConsentFields
              values={ticked(data.consent)}
              followUps={config.followUps.enabled || data.consent.lines[0]?.given === true}
            />
            <button type="submit" class="button secondary">
              Save this choice
            </button>
          </form>
        </details>
      ) : null}
    </Part>
  );
}

const labelOf = (choices: readonly { value: string; label: string }[], value: string) =>
  choices.find((choice) => choice.value === value)?.label ?? value;

function ProfilePart({ data }: DataPageInput) {
  const { profile, edition, source, scorecard } = data;
  const campaign = [source.utm_source, source.utm_medium, source.utm_campaign].filter(Boolean).join(", ");
  return (
    <Part id="profile" title="Profile and scores">
      <Facts
        of={[
          ["Industry", industryName(findEdition(edition), profile.industry)],
          ["People", labelOf(headcountChoices, profile.headcount)],
          ["People who run infrastructure", String(profile.infrastructurePeople)],
          ["Role", roleLabel(profile.role)],
          ["Region", labelOf(regionChoices, profile.region)],
          ["Salary", profile.salary === undefined ? "Not given" : String(profile.salary)],
          ["Readiness", scorecard.overall === null ? "No number" : String(scorecard.overall)],
          ["Load", scorecard.tsr === null ? "No number" : String(scorecard.tsr)],
          ["Came from", source.page ?? "Not noted"],
          ["Campaign", campaign || "None"],
        ]}
      />
    </Part>
  );
}

function AnswersPart({ data }: DataPageInput) {
  return (
    <Part id="answers" title={`Your ${data.answers.length} answers`}>
      <details>
        <summary>Show each answer</summary>
        <dl class="facts facts-long">
          {data.answers.map(({ id, question, answer }) => (
            <div key={id}>
              <dt>
                {question} <span class="muted">{`(${id})`}</span>
              </dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Part>
  );
}

const states: Readonly<Record<string, string>> = {
  owed: "to come",
  sending: "on its way",
  deferred: "waiting",
  done: "sent",
  bounced: "came back",
  failed: "given up",
  skipped: "not wanted",
  unknown: "perhaps sent",
  held: "put aside",
};

function MailPart({ data }: DataPageInput) {
  const { mails, sales } = data;
  if (mails === undefined || sales === undefined) return null;
  return (
    <Part id="mails" title="Mails and messages">
      <ul>
        {mails.map(({ name, state, deliveredAt }) => (
          <li key={name}>
            {`${name.replaceAll("-", " ")}: ${states[state] ?? state}`}
            {deliveredAt === null ? "" : `, delivered ${minuteOf(deliveredAt)}`}
          </li>
        ))}
      </ul>
      <p class="small muted">
        {`Sales has this as “${sales.status}”, in place ${sales.grade ?? "none"} of A to D: the order in which it looks.`}
      </p>
    </Part>
  );
}

function EndPart({ data, config, token }: DataPageInput) {
  return (
    <Part id="end" title="When it ends">
      <p>
        {`Sent on ${dayOf(data.createdAt)}. Deleted by itself on ${dayOf(data.deletedBy)}, or now, when you press Delete. `}
        {`Stored in ${config.privacy.storageRegion}, opened only by ${config.privacy.accessRoles}. Questions: `}
        <a href={`mailto:${config.privacy.contact}`}>{config.privacy.contact}</a>.
      </p>
      <div class="actions">
        <a class="button" href={`/r/${token}/data.json`}>
          Download as JSON
        </a>
        <a class="button secondary" href={`/r/${token}/delete`}>
          Delete everything
        </a>
      </div>
    </Part>
  );
}

/** Returns everything held of a person, readable, with what they may do about it. */
export function dataPage(input: DataPageInput): Page {
  return {
    title: "Your data",
    content: (
      <div class="wrap your-data-page flow">
        <h1>Your data</h1>
        <p class="lead">
          {input.data.contact === null
            ? "What this link may show of this assessment. The link in the mail shows everything we hold."
            : "Everything we hold about you and this assessment."}
        </p>
        <p>
          <a href={`/r/${input.token}`}>Back to the report</a>
        </p>
        <ContactPart {...input} />
        <ConsentPart {...input} />
        <ProfilePart {...input} />
        <AnswersPart {...input} />
        <MailPart {...input} />
        <EndPart {...input} />
      </div>
    ),
  };
}
