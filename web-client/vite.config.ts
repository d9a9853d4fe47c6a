/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Rolldown } from 'vite';

const server = process.env['API_URL'] ?? 'http://127.0.0.1:5080';
const served = ['/api', '/calendar', '/connect', '/.well-known', '/site'];

// Left alone, each route is a file of its own with the list of all that its screen preloads: 36 KB more at first load.
const firstLoad: Rolldown.CodeSplittingGroup[] = [
  { name: 'vendor', tags: ['$initial'], test: /node_modules/, priority: 2 },
  { name: 'routes', tags: ['$initial'], test: /src[\\/]routes/, priority: 1 },
];

export default defineConfig({
  plugins: [tanstackRouter(), react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // The API must see the address that the browser sees: sign-in compares the two.
  server: {
    proxy: Object.fromEntries(served.map((path) => [path, { target: server, changeOrigin: false }])),
  },
  build: {
    manifest: true,
    sourcemap: true,
    rolldownOptions: { output: { codeSplitting: { groups: firstLoad } } },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    // Whole screens are typed into and checked by axe; a busy machine takes its time.
    testTimeout: 30_000,
  },
});
