import { defineConfig } from "vite";

// Scripts carry a hash in their names: one that is loaded under two names would run twice.
export default defineConfig({
  base: "/assets/",
  publicDir: false,
  build: {
    target: "es2022",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 900,
    rollupOptions: {
      input: { app: "src/app.ts", fonts: "src/fonts.css" },
      output: {
        entryFileNames: "[name]-[hash].js",
        chunkFileNames: "[name]-[hash].js",
        assetFileNames: (asset) => (asset.names[0]?.endsWith(".css") ? "[name].css" : "[name]-[hash][extname]"),
      },
    },
  },
});
