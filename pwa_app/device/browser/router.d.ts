/** The part of React Router that the room uses; Reflex brings the library with every app. */
declare module "react-router" {
  export function useLocation(): {
    key: string;
    pathname: string;
    search: string;
    hash: string;
    state: any;
  };
  export function useNavigationType(): "POP" | "PUSH" | "REPLACE";
  export const Link: import("react").ComponentType<{ to: string } & Record<string, unknown>>;
}
