// The theme of the page: that of the system, or the one that was chosen.

import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useMedia } from './use-media';

const THEMES = ['system', 'light', 'dark'] as const;

/** The choice of a theme. */
export type Theme = (typeof THEMES)[number];

const KEY = 'payment-spec-console-theme';

/** The choice, a function that changes it, for the next visits too, and the theme that the page has. */
export function useTheme(): readonly [Theme, (theme: Theme) => void, 'light' | 'dark'] {
  const [choice, setChoice] = useState<Theme>(
    () => THEMES.find((one) => one === localStorage.getItem(KEY)) ?? 'system',
  );
  const isSystemDark = useMedia('(prefers-color-scheme: dark)');
  const ofSystem = isSystemDark ? 'dark' : 'light';
  const theme = choice === 'system' ? ofSystem : choice;
  // Charts copy the colours of the theme in effects, which run later.
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => localStorage.setItem(KEY, choice), [choice]);
  return [choice, setChoice, theme];
}
