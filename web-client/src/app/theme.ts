import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const brand: MantineColorsTuple = [
  '#e8f4f8',
  '#d3e7ee',
  '#a5cddd',
  '#73b2cb',
  '#4b9bbb',
  '#318db2',
  '#1c7ea1',
  '#0e6187',
  '#0b5273',
  '#0d4164',
];

/** The header element of a dialog is no banner of the page. */
const quietHeader = { attributes: { header: { role: 'presentation' } } };

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: 7,
  colors: { brand },
  fontFamily: "'Golos Text Variable', system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.43', lg: '1.4', xl: '1.35' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '1.3' },
      h2: { fontSize: '16px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    InputWrapper: {
      styles: { label: { fontSize: '13px', marginBottom: 4 }, error: { fontSize: '13px' } },
    },
    // The placeholder that Mantine focuses first is not a menu item: axe aria-required-children.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { centered: true, radius: 'sm', ...quietHeader } },
    Drawer: { defaultProps: quietHeader },
    Tooltip: { defaultProps: { openDelay: 300 } },
  },
});

/** Our tokens, and Mantine's own ones that fall short of WCAG 2.2 AA. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--page': '#f6f8f9',
    '--surface': '#ffffff',
    '--line': '#d5dce0',
    '--accent': '#0e6187',
    '--accent-soft': '#e8f4f8',
    '--warn': '#b45309',
    '--ok': '#0f7a5a',
    '--focus': '#0b1f2a',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#0b1f2a',
    '--mantine-color-error': '#b42318',
    '--mantine-color-dimmed': '#4b5962',
    '--mantine-color-placeholder': '#5c6b75',
    '--mantine-color-anchor': '#0e6187',
  },
  dark: {
    '--page': 'var(--mantine-color-dark-8)',
    '--surface': 'var(--mantine-color-dark-7)',
    '--line': 'var(--mantine-color-dark-4)',
    '--accent': '#45aec4',
    '--accent-soft': '#16323d',
    '--warn': '#f6ad55',
    '--ok': '#4fd1a5',
    '--focus': '#ffe066',
    '--mantine-color-error': '#ff9c94',
    '--mantine-color-dimmed': '#adb5bd',
    '--mantine-color-placeholder': '#adb5bd',
    '--mantine-color-anchor': '#72cfda',
  },
});
