/// <reference types="vite/client" />

// ECharts ships its Russian texts without types.
declare module 'echarts/i18n/langRU-obj.js' {
  import type { registerLocale } from 'echarts/core';

  const texts: Exclude<Parameters<typeof registerLocale>[1], string>;
  export default texts;
}
