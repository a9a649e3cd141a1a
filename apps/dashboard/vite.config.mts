import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

// Files are named by their content and none is written into the page itself: the server's policy allows no inline script or style.
export default defineConfig({
  root: here,
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  build: {
    outDir: `${here}../../dist/apps/dashboard`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:3000', '/masuk': 'http://127.0.0.1:3000', '/docs': 'http://127.0.0.1:3000' } },
});
