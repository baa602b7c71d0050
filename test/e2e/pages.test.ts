import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtPages } from "../site/built-pages.ts";
import { openBrowser } from "./browser.ts";
import { layOutAll } from "./lay-out-all.ts";
import { type StaticSite, serveBuiltSite } from "./static-site.ts";

const paths = builtPages()
  .map(({ path }) => path)
  // Checklists are one page with other words: the longest stands for all.
  .filter(
    (path) => path !== "/shell" && (!/^\/checklists\/(?!cover)/.test(path) || path.includes("evidence")),
  );

let site: StaticSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuiltSite(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens a page of its own, closes it, and returns what the visit gave and what the browser complained about. */
async function visit<Result>(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<Result>,
): Promise<{ result: Result; complaints: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(site.url)) complaints.push(`left the origin: ${request.url()}`);
  });
  await page.goto(`${site.url}${path}`);
  const result = await look(page);
  await context.close();
  return { result, complaints };
}

const screens = [
  { colorScheme: "light", width: 375 },
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 1280 },
] as const;

const colorRules = ["color-contrast", "link-in-text-block"];
const layoutRules = [
  "target-size",
  "scrollable-region-focusable",
  "landmark-one-main",
  "region",
  "hidden-content",
];

/** Looks at one page as every screen shows it: opening it once for each costs far more than looking. */
async function violations(page: Page): Promise<string[]> {
  const all: string[] = [];
  await layOutAll(page);
  for (const { colorScheme, width } of screens) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const axe = new AxeBuilder({ page });
    // The scheme changes colors, the width where things stand, and both change nothing else.
    if (colorScheme === "dark") axe.withRules(colorRules);
    else if (width !== screens[0].width) axe.withRules([...colorRules, ...layoutRules]);
    const { violations: found } = await axe.analyze();
    for (const { id, nodes } of found)
      all.push(
        `${colorScheme}, ${width}: ${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
      );
  }
  return all;
}

describe.each(paths)("%s", (path) => {
  it("has no axe violation in light and dark, on a narrow and a wide screen", async () => {
    const { result, complaints } = await visit(path, {}, violations);
    expect(result).toEqual([]);
    // The page for wrong addresses comes with the status that says so.
    expect(complaints.filter((text) => path !== "/404" || !text.includes("404 (Not Found)"))).toEqual([]);
  });

  it("never scrolls sideways at 320 pixels, and cuts nothing off", async () => {
    const { result } = await visit(path, { viewport: { width: 320, height: 640 } }, (page) =>
      page.evaluate(() => {
        const parts = [...document.querySelectorAll("section, article")];
        const cut = parts.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
        return {
          width: document.documentElement.scrollWidth,
          cut: cut
            .filter((part) => !part.matches(".table-scroll"))
            .map(({ className, id }) => `${className} ${id}`),
        };
      }),
    );
    expect(result.width).toBeLessThanOrEqual(320);
    expect(result.cut).toEqual([]);
  });
});

describe("the keyboard", () => {
  it("reaches the main content with the first key press", async () => {
    const { result } = await visit("/", {}, async (page) => {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      return page.evaluate(() => document.activeElement?.id);
    });
    expect(result).toBe("main");
  });

  it.each(["/", "/on-call-calculator", "/method"])(
    "stops on %s at everything that can be used, in reading order, with focus in sight",
    async (path) => {
      const { result } = await visit(path, {}, async (page) => {
        const usable = "a[href], button, input, summary, [tabindex='0']";
        // Of a group of radios only one is a stop; what lies in closed details is none.
        const expected = await page
          .locator(usable)
          .evaluateAll((elements) =>
            elements
              .filter(
                (element) => element.checkVisibility() && !element.matches("[type=radio]:not(:checked)"),
              )
              .map((element) => element.outerHTML),
          );
        const stops: string[] = [];
        const unseen: string[] = [];
        for (let at = 0; at < expected.length; at += 1) {
          await page.keyboard.press("Tab");
          const stop = await page.evaluate(() => {
            const element = document.activeElement;
            const { outlineStyle, outlineWidth } = getComputedStyle(element ?? document.body);
            const seen = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
            return { html: element?.outerHTML ?? "", seen };
          });
          stops.push(stop.html);
          if (!stop.seen) unseen.push(stop.html);
        }
        return { expected, stops, unseen };
      });
      expect(result.stops).toEqual(result.expected);
      expect(result.unseen).toEqual([]);
    },
  );
});

describe("the first view on a phone", () => {
  it.each(["/", "/aviation-mro", "/testing-labs", "/export-compliance"])(
    "of %s shows what it is, one clear button, and the beginning of the proof",
    async (path) => {
      const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
      const { result } = await visit(path, phone, async (page) => {
        const bottom = async (selector: string) => {
          const box = await page.locator(selector).first().boundingBox();
          return box === null ? Number.NaN : box.y + box.height;
        };
        const picture = await page.locator(".hero .picture").boundingBox();
        return { heading: await bottom("h1"), button: await bottom("main .button"), picture: picture?.y };
      });
      expect(result.heading).toBeLessThan(300);
      expect(result.button).toBeLessThan(520);
      expect(result.picture).toBeLessThan(640);
    },
  );
});

describe("on-call calculator", () => {
  const at = "/on-call-calculator";

  it("answers as numbers are typed, and offers a link that brings the answer back", async () => {
    const { result: link } = await visit(at, {}, async (page) => {
      await page.getByLabel("People who share the rota").fill("4");
      await page.getByLabel("Two tiers").check();
      await page.getByText("4 people, two tiers: each is on call every second week").waitFor();
      return page.getByLabel("Link to this result").inputValue();
    });
    const { search } = new URL(link);
    const { result: shown } = await visit(`${at}${search}`, {}, (page) =>
      page.locator("[data-on-call-sentence]").textContent(),
    );
    expect(shown).toContain(
      "4 people, two tiers: each is on call every second week, about 183 nights a year",
    );
  });

  it("says what to enter where a number makes no rota, and keeps the last result", async () => {
    const { result } = await visit(at, {}, async (page) => {
      await page.getByLabel("People who share the rota").fill("none");
      await page.getByText("Enter a whole number from 1 to 200.").waitFor();
      return page.locator("[data-on-call-sentence]").textContent();
    });
    expect(result).toContain("3 people, one tier");
  });

  it("holds the rotas of one to eight people without a script", async () => {
    const { result } = await visit(at, { javaScriptEnabled: false }, (page) =>
      page.getByRole("row").allTextContents(),
    );
    expect(result).toHaveLength(9);
    expect(result[3]).toContain("one week in three, 122 nights a year");
  });
});

describe("the question on the first page", () => {
  it("opens the assessment with the chosen answer in place, and sends it nowhere", async () => {
    const { result } = await visit("/", {}, async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.getByRole("link", { name: "Whoever notices reacts" }).click();
      await page.locator("[data-assessment][data-ready]").waitFor();
      const checked = await page.locator('input[name="M1"][value="1"]').isChecked();
      return { checked, leaked: asked.filter((url) => new URL(url).search.includes("M1")) };
    });
    expect(result).toEqual({ checked: true, leaked: [] });
  });
});
