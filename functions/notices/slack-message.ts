/** A dossier as a Slack message for an incoming webhook: the heading for the notification, blocks for reading. */
import type { Dossier } from "#shared/sales/dossier.ts";

/** Slack refuses a longer header, and a longer text in a section. */
const longestHeader = 150;
const longestSection = 3_000;

/** Slack reads < as the start of a link or of a call to everybody. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const link = (href: string, words: string) => `<${href}|${escaped(words)}>`;

// Verbatim: what a visitor typed becomes no link and no mention.
function section(lines: readonly (string | null)[]) {
  const text = lines.filter((line) => line !== null).join("\n");
  return { type: "section", text: { type: "mrkdwn", verbatim: true, text: text.slice(0, longestSection) } };
}

function contactLine({ contact, email, phone, links }: Dossier): string {
  const ways = [
    phone === null ? null : link(phone.href, phone.number),
    email === null ? null : escaped(email),
    links.reply === null ? null : link(links.reply, "Reply"),
  ];
  return [escaped(contact), ...ways.filter((way) => way !== null)].join(" · ");
}

/** Returns the body to post to an incoming webhook of Slack. */
export function slackMessage(dossier: Dossier) {
  const { heading, news, who, why, openers, say, not, team, tact, links } = dossier;
  return {
    text: escaped(news === null ? heading : `${heading}. ${news}`),
    unfurl_links: false,
    blocks: [
      { type: "header", text: { type: "plain_text", text: heading.slice(0, longestHeader) } },
      section([
        news === null ? null : `*${escaped(news)}*`,
        escaped(who),
        `*CONTACT* ${contactLine(dossier)}`,
      ]),
      section([`*WHY* ${escaped(why)}`]),
      ...openers.map(({ questionId, fact, ask }, index) =>
        section([`*${index + 1}* ${escaped(fact)} (${questionId})`, `Ask: “${escaped(ask)}”`]),
      ),
      section([`*SAY* ${escaped(say)}`, `*NOT* ${escaped(not)}`, `*TEAM* ${escaped(team)}`]),
      ...(tact === null ? [] : [{ type: "context", elements: [{ type: "plain_text", text: tact }] }]),
      // Buttons would need an app that answers when one is pressed; a link needs nothing.
      section([`${link(links.report, "Report")} · ${link(links.console, "Console")}`]),
    ],
  };
}
