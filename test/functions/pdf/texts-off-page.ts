import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Returns every text that reaches over the right edge of its page, as an independent reader places it. */
export async function textsOffPage(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const found: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , right = 0] = page.view;
    for (const item of (await page.getTextContent()).items)
      if ("str" in item && Number(item.transform[4]) + item.width > right)
        found.push(`page ${number}: ${item.str}`);
  }
  await document.destroy();
  return found;
}
