/** What the early script leaves for the modules that come later. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<void>;
  readonly userChoice: Promise<{ outcome: "accepted" | "dismissed" }>;
}

interface Window {
  pwaInstallPrompt?: BeforeInstallPromptEvent;
  pwaApplyLook?: (look?: string) => void;
  __reactRouterRouteModules?: Record<string, unknown>;
}

interface WindowEventMap {
  beforeinstallprompt: BeforeInstallPromptEvent;
}
