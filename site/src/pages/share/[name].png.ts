import { config } from "../../brand/brand-config.ts";
import { type ShareCard, shareCards } from "../../share/share-cards.ts";
import { logoTile, shareImage } from "../../share/share-image.ts";

/** Sizes that phones and search engines ask for. */
const logoSizes: Record<string, number> = { logo: 512, "logo-small": 180 };

export async function getStaticPaths() {
  const cards = [...(await shareCards())].map(([name, card]) => ({ params: { name }, props: { card } }));
  const logos = Object.keys(logoSizes).map((name) => ({ params: { name }, props: { card: null } }));
  return [...cards, ...logos];
}

interface Context {
  params: { name?: string };
  props: { card: ShareCard | null };
}

/** A picture of a page for messengers and networks, made when the site is built. */
export async function GET({ params, props }: Context): Promise<Response> {
  const size = logoSizes[params.name ?? ""];
  const png =
    props.card === null ? await logoTile(config, size ?? 512) : await shareImage(config, props.card);
  return new Response(Uint8Array.from(png), { headers: { "content-type": "image/png" } });
}
