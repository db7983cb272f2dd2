/// <reference types="vitest/config" />
import { defineConfig } from "vite";

// The built files go into the package, where `dateline serve` finds them.
export default defineConfig({
  build: {
    outDir: "../src/dateline/api/page",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0, // the page's content security policy allows no data: scripts, styles or fonts
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500, // the map library
  },
  worker: { format: "es" },
  server: { proxy: { "/api": process.env.DATELINE_API ?? "http://127.0.0.1:8321" } },
  test: { environment: "node", pool: "threads", isolate: false, include: ["src/**/*.test.ts"] },
});
