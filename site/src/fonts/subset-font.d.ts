declare module "subset-font" {
  interface Options {
    targetFormat: "woff2" | "woff" | "truetype";
    /** OpenType features to keep, by tag; all of them when left out. */
    keepFeatures?: readonly string[];
    noHinting?: boolean;
  }
  /** Returns the font with only the characters of the text. */
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
