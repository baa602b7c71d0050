declare module "virtual:brand-tokens.css" {}

/** As much of the current edition as the result on screen shows. */
declare module "virtual:screen-edition" {
  const edition: import("#shared/edition.ts").Edition;
  export default edition;
}

/** By id, as much of each edition as trying steps on a report needs. */
declare module "virtual:trial-editions" {
  export const trialEditions: Readonly<
    Record<string, () => Promise<{ default: import("#shared/edition.ts").Edition }>>
  >;
}
