import { html } from "hono/html";

interface LocalPerson {
  id: string;
  name: string;
}

/** Returns the page with a button for each person; it says that it is no sign-in at all. */
export function signInPage(people: readonly LocalPerson[]): string {
  const buttons = people.map(
    ({ id, name }) => html`<p><button type="submit" name="as" value="${id}">Sign in as ${name}</button></p>`,
  );
  return String(html`<!doctype html>
<html lang="en-US">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Local sign-in</title>
    <style>
      :root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
      main { max-width: 30rem; margin: 3rem auto; padding: 0 1rem; }
      button { min-height: 3rem; width: 100%; font: inherit; font-weight: 700; }
    </style>
  </head>
  <body>
    <main>
      <h1>Local sign-in</h1>
      <p>This service runs on this machine only, and asks for no password. A deployed console signs people in with
      the service that its operator has set up.</p>
      <form method="get">${buttons}</form>
    </main>
  </body>
</html>`);
}
