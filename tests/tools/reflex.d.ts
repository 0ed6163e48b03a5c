/** What our modules import from the front end that Reflex generates. */
declare module "$/utils/context-registry" {
  export const ColorModeContext: import("react").Context<unknown>;
}
