/** Finds, makes and fills elements of the page. */

/** Anything hono/jsx makes: its string form is escaped HTML. */
interface Markup {
  toString(): string | Promise<string>;
}

/** Replaces what an element holds by rendered markup; texts in it are escaped by the renderer. */
export function fill(element: Element, markup: Markup): void {
  element.innerHTML = String(markup);
}

/** Returns the element a selector finds. @throws Error naming the selector: the page and its script disagree */
export function find<E extends Element = HTMLElement>(root: ParentNode, selector: string): E {
  const element = root.querySelector<E>(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  return element;
}

/** Returns a new element with attributes and content; texts become text, never markup. */
export function make(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

/** Moves focus to a heading and brings it into view from its top. */
export function focusHeading(heading: HTMLElement): void {
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start", behavior: "instant" });
}
