import type { BrandColors, ColorScheme } from "#shared/brand/colors.ts";

function declarations(scheme: ColorScheme): string {
  return Object.entries(scheme)
    .map(([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value};`)
    .join("");
}

/** Returns the brand's colors as CSS custom properties: light, and dark where the reader's system asks for it. */
export function brandTokensCss(colors: BrandColors): string {
  return [
    `:root{color-scheme:light dark;${declarations(colors.light)}}`,
    `@media (prefers-color-scheme:dark){:root{${declarations(colors.dark)}}}`,
    // Paper is white and ink is black when printed, whatever the screen shows.
    `@media print{:root{color-scheme:light;${declarations(colors.light)}--paper:#ffffff;}}`,
  ].join("\n");
}
