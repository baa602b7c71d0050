import { z } from "zod";

const hex = z.string().regex(/^#[0-9a-fA-F]{6}$/, "must be a color like #0B5563");

const schemeSchema = z.strictObject({
  /** Page background. */
  paper: hex,
  /** Panels and table heads. */
  panel: hex,
  /** Lines between things; decoration only. */
  rule: hex,
  /** Borders of controls and meaningful graphics. */
  edge: hex,
  /** Text and drawings. */
  ink: hex,
  /** Secondary text. */
  muted: hex,
  /** Links, buttons, the brand's own color. */
  accent: hex,
  /** Text on the accent color. */
  onAccent: hex,
  /** Things to look at soon. */
  caution: hex,
  /** Red flags and mistakes. */
  danger: hex,
  /** What holds. */
  good: hex,
});

export const brandColorsSchema = z.strictObject({ light: schemeSchema, dark: schemeSchema });
export type BrandColors = z.infer<typeof brandColorsSchema>;
export type ColorScheme = z.infer<typeof schemeSchema>;
