/**
 * Returns what the page holds for its script; our own build or API put it there, so its shape is taken as given.
 * @throws Error when the page holds nothing of that name
 */
export function pageData<Data>(root: ParentNode, name: string): Data {
  const element = root.querySelector(`[data-page-data="${name}"]`);
  if (!element) throw new Error(`The page holds no data named ${name}.`);
  return JSON.parse(element.textContent ?? "null");
}
