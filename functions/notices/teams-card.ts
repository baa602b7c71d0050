/**
 * A dossier as an Adaptive Card for a Teams workflow ("When a Teams webhook request is received").
 * Text blocks of version 1.4 only: workflows take nothing newer, and have refused rich text.
 */
import type { Dossier } from "#shared/sales/dossier.ts";

/** What a visitor typed must not become a link or change the looks of the card. */
function escaped(text: string): string {
  return text.replace(/[\\*_`~[\]]/g, (mark) => `\\${mark}`);
}

const link = (href: string, words: string) =>
  `[${escaped(words)}](${href.replace(/[()]/g, encodeURIComponent)})`;

function block(text: string, looks: Readonly<Record<string, string | boolean>> = {}) {
  return { type: "TextBlock", wrap: true, text, ...looks };
}

function contactLine({ contact, email, phone, links }: Dossier): string {
  const ways = [
    phone === null ? null : link(phone.href, phone.number),
    email === null ? null : escaped(email),
    links.reply === null ? null : link(links.reply, "Reply"),
  ];
  return [escaped(contact), ...ways.filter((way) => way !== null)].join(" · ");
}

function openUrl(title: string, url: string) {
  return { type: "Action.OpenUrl", title, url };
}

/** Returns the body to post to a Teams workflow. */
export function teamsMessage(dossier: Dossier) {
  const { heading, news, who, why, openers, say, not, team, tact, links } = dossier;
  const card = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    msteams: { width: "Full" },
    body: [
      block(escaped(heading), { size: "Large", weight: "Bolder", style: "heading" }),
      ...(news === null ? [] : [block(escaped(news), { weight: "Bolder", spacing: "Small" })]),
      block(escaped(who), { spacing: "Small" }),
      block(`**CONTACT** ${contactLine(dossier)}`),
      block(`**WHY** ${escaped(why)}`),
      ...openers.flatMap(({ questionId, fact, ask }, index) => [
        block(`**${index + 1}** ${escaped(fact)} (${questionId})`),
        block(`Ask: “${escaped(ask)}”`, { spacing: "None" }),
      ]),
      block(`**SAY** ${escaped(say)}`),
      block(`**NOT** ${escaped(not)}`),
      block(`**TEAM** ${escaped(team)}`),
      ...(tact === null ? [] : [block(escaped(tact), { isSubtle: true, size: "Small", spacing: "Small" })]),
    ],
    actions: [openUrl("Report", links.report), openUrl("Console", links.console)],
  };
  return {
    type: "message",
    attachments: [
      { contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content: card },
    ],
  };
}
