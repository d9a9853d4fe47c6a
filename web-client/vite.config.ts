/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

const server = process.env['API_URL'] ?? 'http://127.0.0.1:5080';
const served = ['/api', '/calendar', '/connect', '/.well-known', '/site'];

const any = (...parts: string[]) => new RegExp(parts.join('|').replaceAll('/', '[\\/]'));

const floating = [
  ...['Autocomplete', 'Combobox', 'Drawer', 'HoverCard', 'Menu', 'Modal', 'ModalBase', 'MultiSelect'],
  ...['Pill', 'PillsInput', 'Popover', 'ScrollArea', 'Select', 'Table', 'TagsInput', 'Tooltip'],
];

/**
 * Left alone, each route, each component and each catalogue is a file of its own: some ninety requests a screen. Here is
 * what comes together, the first group first: what starts the application; what screens are built of; what floats over
 * them, which comes with the header's menus after the screen; forms; the rest by feature.
 */
const chunks: Rolldown.CodeSplittingGroup[] = [
  { name: 'vendor', tags: ['$initial'], test: any('node_modules/'), priority: 9 },
  { name: 'app', tags: ['$initial'], test: any('/src/'), priority: 8 },
  {
    name: 'ui',
    test: any(
      `@mantine/core/esm/(?!components/(${floating.join('|')})/|utils/Floating/)`,
      '@mantine/hooks/',
      '@tanstack/(react-)?query',
      '@tabler/',
      '/shared/(api|i18n|me|organizations/(?!organization-field)|programs|url|dictionary/(api|use-))',
      '\\.module\\.css',
      '/shared/ui/data-table/(?!virtual|column-choice)',
      '/shared/ui/[\\w-]*(more-menu\\.|header|state|export-button|failure|filter-bar)',
      '/shared/ui/[\\w-]*(load|later|link|tag|timeline|steps|summary|refreshing-act|say-done|-dialog)',
    ),
    minShareCount: 2,
    priority: 6,
  },
  {
    name: 'floating',
    test: any(`components/(${floating.join('|')})/`, 'utils/Floating/', '@floating-ui/', '@mantine/notifications/'),
    minShareCount: 2,
    priority: 5,
  },
  { name: 'forms', test: any('react-hook-form/', '/shared/(people/|ui/(fields|use-form))'), minShareCount: 3, priority: 4 },
  { name: 'dashboards', test: any('features/monitoring/', '/shared/(geo|charts)/(?!line-chart-echarts)'), minShareCount: 2, priority: 3 },
  { name: 'program-parts', test: any('/features/school/programs/(plain-table|use-act)'), minShareCount: 2, priority: 3 },
  // What several screens and dialogs of a feature share, and what the council's five have in common.
  {
    name: (id) =>
      /src[\\/](?:features[\\/](?:(?:common|region|school)[\\/])?|shared[\\/](?=councils))([\w-]+)[\\/](?!person-picker)/.exec(id)?.[1] ?? null,
    minShareCount: 3,
    priority: 2,
  },
];

/** The two files in which every screen is written are asked for before the style sheet is read. */
const preloadFonts: Plugin = {
  name: 'preload-fonts',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /golos-text-(cyrillic|latin)-wght/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: '' },
          injectTo: 'head-prepend' as const,
        })),
  },
};

export default defineConfig({
  plugins: [tanstackRouter(), react(), preloadFonts],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // The API must see the address that the browser sees: sign-in compares the two.
  server: {
    // What the server's areas call what they tell is read where it stands.
    fs: { allow: ['..'] },
    proxy: Object.fromEntries(served.map((path) => [path, { target: server, changeOrigin: false }])),
  },
  build: {
    manifest: true,
    sourcemap: true,
    // One style sheet: that of a screen would be one more request, and come after its script.
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  test: {
    environment: 'jsdom',
    globalSetup: ['scripts/api.mjs'],
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    // Modules are loaded once: what a test leaves in them is cleared by the setup.
    isolate: false,
    // Whole screens are typed into and checked by axe; a busy machine takes its time.
    testTimeout: 30_000,
  },
});
