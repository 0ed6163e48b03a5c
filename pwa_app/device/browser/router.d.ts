/** The part of React Router that our modules use; Reflex brings the library with every app. */
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
  export function UNSAFE_createClientRoutes(
    manifest: Record<string, object>,
    modules: Record<string, unknown>,
    state: null,
    ssr: boolean,
    isSpaMode: boolean,
    parentId?: string,
  ): object[];
}
