/** The part of React Router that the room uses; Reflex brings the library with every app. */
declare module "react-router" {
  export function useLocation(): { search: string; state: any };
  export const Link: import("react").ComponentType<{ to: string } & Record<string, unknown>>;
}
