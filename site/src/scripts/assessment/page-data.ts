/** Returns what the page holds for its script. @throws Error when it holds nothing of that name */
export function pageData(root: ParentNode, name: string): unknown {
  const element = root.querySelector(`[data-page-data="${name}"]`);
  if (!element) throw new Error(`The page holds no data named ${name}.`);
  return JSON.parse(element.textContent ?? "null");
}
