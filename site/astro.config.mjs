import { fileURLToPath } from "node:url";
import { defineConfig } from "astro/config";
import config from "../funnel.config.ts";
import { brandTokens } from "./src/brand/brand-tokens-plugin.ts";
import { editionData } from "./src/editions/edition-data-plugin.ts";
import { subsetFonts } from "./src/fonts/subset-fonts.ts";
import { preloadImports } from "./src/preloads/preload-imports.ts";

const fonts = fileURLToPath(new URL("../node_modules/.site-fonts", import.meta.url));
await subsetFonts(fonts);

/**
 * Every page is a folder with an index.html, so that a plain file server finds /assessment,
 * and the API finds its frame at dist/shell/index.html.
 * Nothing is inlined: the Content-Security-Policy allows neither inline styles nor inline scripts.
 */
export default defineConfig({
  site: config.brand.siteUrl,
  cacheDir: "../node_modules/.astro-site",
  trailingSlash: "never",
  build: { format: "directory", inlineStylesheets: "never" },
  compressHTML: true,
  integrations: [preloadImports()],
  devToolbar: { enabled: false },
  vite: {
    cacheDir: "../node_modules/.vite-site",
    plugins: [brandTokens(), editionData()],
    resolve: { alias: { "@fonts": fonts } },
    // One style sheet for the whole site, cached after the first page; form and result bring their own (views.css).
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    server: { fs: { allow: [".."] } },
  },
});
