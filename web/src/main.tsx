import "./design/tokens.css";
import "./design/base.css";
import "./design/frame.css";
import "./design/controls.css";
import { render } from "preact";
import { App } from "./app";
import { startRouting } from "./routing/location";
import { findSession } from "./session/session";
import { applyTheme } from "./session/theme";

applyTheme();
startRouting();
// Where the server doesn't answer, the view itself says so.
findSession().catch(() => undefined);

const root = document.getElementById("app");
if (root) render(<App />, root);
