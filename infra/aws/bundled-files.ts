import path from "node:path";
import type { ICommandHooks } from "aws-cdk-lib/aws-lambda-nodejs";
import { fontModules } from "#functions/pdf/fonts.ts";

/** A file or folder of the repository, and where it goes beside the bundle. */
interface BundledFile {
  from: string;
  to: string;
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** Returns the commands that put each file where the bundle looks for it. */
function copies(files: readonly BundledFile[], input: string, output: string): string[] {
  return files.flatMap(({ from, to }) => {
    const target = path.join(output, to);
    return [
      `mkdir -p ${quoted(path.dirname(target))}`,
      `cp -R ${quoted(path.join(input, from))} ${quoted(target)}`,
    ];
  });
}

function copyHooks(files: readonly BundledFile[]): ICommandHooks {
  return {
    beforeInstall: () => [],
    beforeBundling: () => [],
    afterBundling: (input, output) => copies(files, input, output),
  };
}

/** The fonts of the report, under the paths by which functions/pdf/fonts.ts resolves them. */
const fonts = fontModules.map((module) => ({ from: `node_modules/${module}`, to: `node_modules/${module}` }));

/**
 * PDFKit requires its built-in fonts by "#standard-fonts/…", a name that only its own package.json explains and
 * that a bundler does not follow: beside the bundle the same name has to lead to the same files.
 */
const standardFonts = [
  { from: "node_modules/pdfkit/js/standard-fonts", to: "standard-fonts" },
  { from: "infra/aws/bundle-package.json", to: "package.json" },
];

/** The frame of the private pages, where SHELL_PATH looks by default. */
const shell = { from: "site/dist/shell/index.html", to: "shell.html" };
/** The list of pages whose events are counted, where SITEMAP_PATH looks by default. */
const sitemap = { from: "site/dist/sitemap.xml", to: "sitemap.xml" };

/** The texts of the follow-ups, where MAIL_TEXTS_PATH looks by default. */
const mailTexts = { from: "functions/mail/follow-ups", to: "mail-texts" };

export const deliveryFiles = copyHooks([...fonts, ...standardFonts, mailTexts]);
export const apiFiles = copyHooks([...fonts, ...standardFonts, shell, sitemap]);
