/** The frame around every view: skip link, navigation, who is looking, and the view of the address. */
import type { ComponentType } from "preact";
import { lazy, Suspense } from "preact/compat";
import { useEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "./parts/icon";
import { Empty, Skeleton } from "./parts/states";
import { Toast } from "./parts/toast";
import { path } from "./routing/location";
import { Account } from "./session/account";
import { theme, turnTheme } from "./session/theme";

interface Tab {
  path: string;
  name: string;
  icon: IconName;
}

const TABS: readonly Tab[] = [
  { path: "/", name: "Map", icon: "map" },
  { path: "/tallies", name: "Tallies", icon: "tallies" },
  { path: "/reader", name: "Reader", icon: "reader" },
  { path: "/review", name: "Review", icon: "review" },
  { path: "/actors", name: "Actors", icon: "actors" },
  { path: "/share", name: "Share", icon: "share" },
];

interface Route {
  pattern: RegExp;
  title: string;
  view: ComponentType<{ id: string }>;
}

const ROUTES: readonly Route[] = [
  { pattern: /^\/$/, title: "Map and timeline", view: lazy(() => import("./map/view")) },
  { pattern: /^\/incidents\/(.+)$/, title: "Incident", view: lazy(() => import("./incident/view")) },
  { pattern: /^\/tallies$/, title: "Tallies", view: lazy(() => import("./tallies/view")) },
  { pattern: /^\/reader$/, title: "Reader", view: lazy(() => import("./reader/view")) },
  { pattern: /^\/documents\/(.+)$/, title: "Report", view: lazy(() => import("./reader/document")) },
  { pattern: /^\/review$/, title: "Review", view: lazy(() => import("./review/view")) },
  { pattern: /^\/actors$/, title: "Actors", view: lazy(() => import("./actors/view")) },
  { pattern: /^\/share$/, title: "Share", view: lazy(() => import("./share/view")) },
  { pattern: /^\/jobs$/, title: "Jobs", view: lazy(() => import("./reader/jobs")) },
  { pattern: /^\/login$/, title: "Log in", view: lazy(() => import("./session/login")) },
  { pattern: /^\/settings$/, title: "Settings", view: lazy(() => import("./session/settings")) },
];

export function App() {
  return (
    <>
      <a class="skip" href="#main">
        Skip to content
      </a>
      <Bar />
      <Main />
      <Toast />
    </>
  );
}

function Bar() {
  return (
    <header class="bar">
      <a class="brand" href="/" aria-label="Dateline, map and timeline">
        <img src="/icon.svg" alt="" width="24" height="24" />
        <span>Dateline</span>
      </a>
      <nav aria-label="Views">
        <ul>
          {TABS.map((tab) => (
            <li key={tab.path}>
              <a href={tab.path} aria-current={isAt(tab) ? "page" : undefined}>
                <Icon name={tab.icon} />
                <span>{tab.name}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="bar-end">
        <button type="button" class="button bare" onClick={turnTheme} title={`Colours: ${theme.value}`}>
          <Icon name={theme.value === "auto" ? "auto" : theme.value === "light" ? "sun" : "moon"} />
          <span class="unseen">Colours: {theme.value}. Change</span>
        </button>
        <Account />
      </div>
    </header>
  );
}

function isAt(tab: Tab): boolean {
  const at = path.value;
  if (tab.path === "/") return at === "/" || at.startsWith("/incidents/");
  const reads = at.startsWith("/documents/") || at === "/jobs";
  return at.startsWith(tab.path) || (tab.path === "/reader" && reads);
}

function Main() {
  const found = match(path.value);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    document.title = found ? `${found.route.title} · Dateline` : "Not found · Dateline";
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [path.value]);
  const View = found?.route.view;
  return (
    <main id="main" ref={main} tabIndex={-1}>
      <Suspense fallback={<Skeleton lines={8} />}>
        {View ? <View key={path.value} id={found.id} /> : <Lost />}
      </Suspense>
    </main>
  );
}

function match(at: string): { route: Route; id: string } | null {
  for (const route of ROUTES) {
    const found = route.pattern.exec(at);
    if (found) return { route, id: decodeURIComponent(found[1] ?? "") };
  }
  return null;
}

function Lost() {
  return (
    <Empty title="There is no such page">
      <p>
        The address names no view of Dateline. <a href="/">Go to the map</a>.
      </p>
    </Empty>
  );
}
