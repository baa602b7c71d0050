import bundled from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/** Starts the pinned browser; nothing needs to be installed on the machine. */
export async function openBrowser(...furtherArguments: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: await bundled.executablePath(),
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...furtherArguments,
    ],
  });
}
