import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { PatientButton } from '../components/PatientButton';

const ink: MantineColorsTuple = ['#eef5f9', '#dce8f0', '#b6d0e0', '#8cb6d0', '#6aa0c2', '#5592ba', '#3d7ea8', '#2a6690', '#1d4f73', '#123a57'];

const fonts = '"Inter", system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Zen Hei", sans-serif';

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: 8,
  colors: { ink },
  fontFamily: fonts,
  headings: { fontFamily: fonts, fontWeight: '600', sizes: { h1: { fontSize: '1.25rem', lineHeight: '1.35' }, h2: { fontSize: '1rem', lineHeight: '1.4' }, h3: { fontSize: '0.875rem', lineHeight: '1.4' } } },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs', component: PatientButton } },
    ActionIcon: { defaultProps: { component: PatientButton } },
    TextInput: { defaultProps: { size: 'sm' } },
    // The list itself scrolls, so that it is known as the popup of its field.
    Select: { defaultProps: { size: 'sm', comboboxProps: { transitionProps: { duration: 0 } }, withScrollArea: false, styles: { options: { maxHeight: 270, overflowY: 'auto' } } } },
    MultiSelect: { defaultProps: { size: 'sm', withScrollArea: false, styles: { options: { maxHeight: 270, overflowY: 'auto' } } } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
    Modal: { defaultProps: { transitionProps: { duration: 120 } } },
    // Their own landmark: what opens over the page is part of the page too.
    Portal: { defaultProps: { target: '#overlays' } },
    Menu: { defaultProps: { transitionProps: { duration: 0 }, withInitialFocusPlaceholder: false, trapFocus: true } },
    Table: { defaultProps: { horizontalSpacing: 'md', verticalSpacing: 6 } },
  },
});

/** Mantine's greys and reds for small text are too pale to read for some; these keep a contrast of 4.5 to 1 and more. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a6670',
    '--mantine-color-placeholder': '#69757f',
    '--mantine-color-error': '#b42318',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1b2730',
    '--mantine-color-anchor': '#1d5a85',
  },
  dark: {},
});
