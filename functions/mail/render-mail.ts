import { render, toPlainText } from "@react-email/render";
import type { ReactElement } from "react";

const selectors = [
  { selector: "h1", format: "heading", options: { uppercase: false, leadingLineBreaks: 2 } },
  // Of a written-out mail link only the address is for reading, of a phone link nothing beyond the number.
  {
    selector: 'a[href^="mailto:"]',
    format: "anchor",
    options: { linkBrackets: false, pathRewrite: (address: string) => address.replace(/\?.*$/, "") },
  },
  { selector: 'a[href^="tel:"]', format: "anchor", options: { ignoreHref: true } },
];

/** Returns the mail as HTML and as the same words in plain text, one paragraph a block, links written out. */
export async function renderMail(mail: ReactElement): Promise<{ html: string; text: string }> {
  const html = await render(mail);
  return { html, text: toPlainText(html, { selectors }) };
}
