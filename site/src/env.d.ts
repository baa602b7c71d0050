declare module "virtual:brand-tokens.css" {}

declare module "virtual:screen-edition" {
  const edition: import("#shared/edition.ts").Edition;
  export default edition;
}
