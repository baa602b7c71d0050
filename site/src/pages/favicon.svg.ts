import { config } from "../brand/brand-config.ts";

/** The logo on a tile of the brand color, so that it shows on light and dark browser tabs alike. */
export function GET(): Response {
  const { logoPath, colors } = config.brand;
  const { accent, onAccent } = colors.light;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 32 32"><path d="M-4-4h32v32H-4z" fill="${accent}"/><path d="${logoPath}" fill="none" stroke="${onAccent}" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"/></svg>\n`;
  return new Response(svg, { headers: { "content-type": "image/svg+xml" } });
}
