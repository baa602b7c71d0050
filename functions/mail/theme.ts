import type { CSSProperties } from "react";
import type { BrandColors, ColorScheme } from "#shared/brand/colors.ts";

const bodyFont = "Arial, Helvetica, sans-serif";
const titleFont = "Georgia, 'Times New Roman', serif";

/** Inline styles in the light scheme: what every mail reader shows that knows nothing better. */
export function lightStyles(light: ColorScheme) {
  const text = {
    fontFamily: bodyFont,
    fontSize: "16px",
    lineHeight: "24px",
    color: light.ink,
    margin: "0 0 16px",
    // An unbroken name or address must not push the mail wider than a phone.
    wordBreak: "break-word",
  } as const;
  return {
    page: { backgroundColor: light.paper, margin: 0, padding: "24px 16px" },
    column: { maxWidth: "600px" },
    letterhead: {
      ...text,
      fontFamily: titleFont,
      fontWeight: "bold",
      color: light.accent,
      margin: 0,
      padding: "0 0 12px",
    },
    title: { ...text, fontFamily: titleFont, fontSize: "22px", lineHeight: "28px", fontWeight: "bold" },
    text,
    aside: { ...text, fontSize: "14px", lineHeight: "21px", color: light.muted },
    label: { fontSize: "13px", fontWeight: "bold", letterSpacing: "0.06em", color: light.muted },
    link: { fontFamily: bodyFont, fontSize: "16px", color: light.accent, textDecoration: "underline" },
    button: {
      fontFamily: bodyFont,
      fontSize: "16px",
      fontWeight: "bold",
      lineHeight: "24px",
      color: light.onAccent,
      backgroundColor: light.accent,
      borderRadius: "4px",
      padding: "12px 24px",
    },
    rule: { borderColor: light.rule, margin: "24px 0 16px" },
    footer: { ...text, fontSize: "13px", lineHeight: "20px", color: light.muted, margin: "0 0 8px" },
  } satisfies Record<string, CSSProperties>;
}

export type MailStyles = ReturnType<typeof lightStyles>;

const colorRules = (prefix: string, dark: ColorScheme) => `
${prefix}.ink { color: ${dark.ink} !important; }
${prefix}.muted { color: ${dark.muted} !important; }
${prefix}.accent { color: ${dark.accent} !important; }
${prefix}.button, ${prefix}.button span { color: ${dark.onAccent} !important; }`;

const backRules = (prefix: string, dark: ColorScheme) => `
${prefix}.page, ${prefix}.page > table > tbody > tr > td { background-color: ${dark.paper} !important; }
${prefix}.button { background-color: ${dark.accent} !important; }
${prefix}.rule { border-color: ${dark.rule} !important; }`;

/** Rules for readers that honor a dark preference. */
export function darkRules({ dark }: BrandColors): string {
  return `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {${colorRules("", dark)}${backRules("", dark)}
}`;
}

/** The same for Outlook on the web, which marks what it recolors; apart, because Gmail drops a sheet with such selectors. */
export function outlookDarkRules({ dark }: BrandColors): string {
  return `${colorRules("[data-ogsc] ", dark)}${backRules("[data-ogsb] ", dark)}`.trim();
}
