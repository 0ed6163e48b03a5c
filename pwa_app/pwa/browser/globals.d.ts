/** What the early script leaves for the modules that come later. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<void>;
  readonly userChoice: Promise<{ outcome: "accepted" | "dismissed" }>;
}

interface Window {
  pwaInstallPrompt?: BeforeInstallPromptEvent;
  pwaTaps?: HTMLButtonElement[] | undefined;
  pwaChoices?: Map<EventTarget | null, { checked: boolean; value: string }> | undefined;
  pwaApplyLook?: (look?: string) => void;
  __reactRouterContext?: { basename?: string; ssr?: boolean; isSpaMode?: boolean };
  __reactRouterManifest?: import("./route_list.js").Manifest;
  __reactRouterDataRouter?: import("./route_list.js").Router;
  __reactRouterRouteModules?: Record<string, unknown>;
}

interface WindowEventMap {
  beforeinstallprompt: BeforeInstallPromptEvent;
  "pwa:nextpage": CustomEvent<string>;
}

/** What Vite puts in. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean };
}
