/** @jsxImportSource hono/jsx */
/** The page that shows every mail: light and dark, narrow and wide, HTML and text. Only for this machine. */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import type { MailMessage } from "#functions/mail/message.ts";
import { MailTextError } from "#shared/follow-ups/mail-text.ts";
import type { PreviewMail } from "./preview-mails.ts";

const schemes = ["light", "dark"] as const;
const widths = [390, 700] as const;

const style = `
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #17242b; background: #e8e6e0; display: flex; align-items: flex-start; }
nav { width: 250px; flex: none; padding: 16px; font-size: 14px; position: sticky; top: 0; max-height: 100vh; overflow: auto; box-sizing: border-box; }
nav h2 { font-size: 13px; margin: 16px 0 4px; } nav ul { margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: 2px 6px; color: #0b5563; } nav a[aria-current] { background: #fff; font-weight: bold; }
main { padding: 16px; min-width: 0; } h1 { font-size: 20px; margin: 0 0 8px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; font-size: 14px; margin: 0 0 16px; } dd { margin: 0; overflow-wrap: anywhere; }
.frames { display: flex; flex-wrap: wrap; gap: 16px; } figure { margin: 0; } figcaption { font-size: 13px; }
iframe { border: 1px solid #7a7568; height: 760px; background: #fff; } pre { background: #fff; padding: 12px; white-space: pre-wrap; max-width: 760px; overflow-wrap: anywhere; }
.wrong { background: #fff; padding: 16px; white-space: pre-wrap; border-left: 4px solid #a1281b; }
`;

/** Returns the mail as a reader shows it who prefers this scheme. */
function inScheme(html: string, scheme: (typeof schemes)[number]): string {
  return html.replaceAll(
    "@media (prefers-color-scheme: dark)",
    scheme === "dark" ? "@media all" : "@media not all",
  );
}

function List({ mails, shown }: { mails: readonly PreviewMail[]; shown: string }) {
  const groups = [...new Set(mails.map(({ group }) => group))];
  return (
    <nav aria-label="Mails">
      {groups.map((group) => (
        <>
          <h2>{group}</h2>
          <ul>
            {mails
              .filter((mail) => mail.group === group)
              .map(({ id, name }) => (
                <li key={id}>
                  <a href={`/mails/${id}`} aria-current={id === shown ? "page" : undefined}>
                    {name}
                  </a>
                </li>
              ))}
          </ul>
        </>
      ))}
    </nav>
  );
}

function Mail({ id, message }: { id: string; message: MailMessage }) {
  const { from, to, replyTo, subject, headers, attachments, text } = message;
  const lines: [string, string][] = [
    ["From", `${from.name} <${from.address}>`],
    ["To", to.join(", ")],
    ["Reply-To", replyTo],
    ...Object.entries(headers),
    ["Attached", attachments.map(({ filename }) => filename).join(", ") || "nothing"],
  ];
  return (
    <>
      <h1>{subject}</h1>
      <dl>
        {lines.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <div class="frames">
        {widths.flatMap((width) =>
          schemes.map((scheme) => (
            <figure key={`${scheme} ${width}`}>
              <figcaption>
                {scheme}, {width} px
              </figcaption>
              <iframe
                title={`${scheme}, ${width} px`}
                src={`/mails/${id}/${scheme}`}
                width={width}
                sandbox=""
              />
            </figure>
          )),
        )}
      </div>
      <h2>As text</h2>
      <pre>{text}</pre>
    </>
  );
}

const page = (title: string, content: Child) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <style>{style}</style>
    </head>
    <body>{content}</body>
  </html>
);

/** Returns the app that shows these mails; the content files are read anew with each page. */
export function previewApp(mails: readonly PreviewMail[]): Hono {
  const app = new Hono();
  const named = (id: string) => mails.find((mail) => mail.id === id);
  app.get("/", (context) => context.redirect(`/mails/${mails[0]?.id}`));
  app.get("/mails/:id", async (context) => {
    const mail = named(context.req.param("id"));
    if (mail === undefined) return context.notFound();
    const list = <List mails={mails} shown={mail.id} />;
    try {
      const message = await mail.compose();
      return context.html(
        page(
          message.subject,
          <>
            {list}
            <main>
              <Mail id={mail.id} message={message} />
            </main>
          </>,
        ),
      );
    } catch (error) {
      // What a marketer can mend is shown where they look.
      if (!(error instanceof MailTextError)) throw error;
      return context.html(
        page(
          "A mistake",
          <>
            {list}
            <main>
              <p class="wrong">{error.message}</p>
            </main>
          </>,
        ),
        500,
      );
    }
  });
  for (const scheme of schemes)
    app.get(`/mails/:id/${scheme}`, async (context) => {
      const mail = named(context.req.param("id"));
      return mail === undefined
        ? context.notFound()
        : context.html(inScheme((await mail.compose()).html, scheme));
    });
  return app;
}
