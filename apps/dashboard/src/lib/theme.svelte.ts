export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
const KEPT_AS = 'netral-theme';

/** Light or dark: a matter of the visitor and not of the link, so it is kept in the browser. */
class Appearance {
  chosen = $state<Theme>('auto');
  /** Grows when colours change, for what does not follow them by itself. */
  changes = $state(0);

  start(): void {
    const kept = window.localStorage.getItem(KEPT_AS);
    this.set(themes.find((each) => each === kept) ?? 'auto');
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => (this.changes += 1));
  }

  set(theme: Theme): void {
    this.chosen = theme;
    document.documentElement.dataset['theme'] = theme;
    window.localStorage.setItem(KEPT_AS, theme);
    this.changes += 1;
  }
}

export const theme = new Appearance();
