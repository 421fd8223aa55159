import type { PictureColours } from '../../components/chart.ts';
import { darkTokens, lightTokens } from '../look/theme.ts';

export type EmbedTheme = 'light' | 'dark';

/** The neutral colours of styles/tokens.css and the series of styles/chart.css, for frames and pictures whose theme is named. */
export const THEMES: Readonly<
  Record<EmbedTheme, { tokens: Readonly<Record<string, string>>; series: readonly string[] }>
> = {
  light: {
    tokens: {
      paper: '#fdfcfa',
      'paper-sunk': '#f5f3ee',
      ink: '#17191e',
      'ink-soft': '#545962',
      rule: '#dedad1',
      'rule-strong': '#87847c',
    },
    series: ['#b4540a', '#0f766e', '#7c4a9c', '#a11d4b', '#5a6b1a'],
  },
  dark: {
    tokens: {
      paper: '#14161a',
      'paper-sunk': '#1c1f24',
      ink: '#ecebe7',
      'ink-soft': '#adb2bb',
      rule: '#343840',
      'rule-strong': '#7f858f',
    },
    series: ['#f0a35e', '#5fc9bd', '#c79be6', '#f28bab', '#b7c765'],
  },
};

/** Before a city has chosen its colour. */
const PLAIN = '#17467d';

const brandOf = (theme: EmbedTheme, colour: string) =>
  (theme === 'dark' ? darkTokens : lightTokens)(/^#[0-9a-f]{6}$/i.test(colour) ? colour : PLAIN);

/** A style sheet that holds one theme whatever the reader's own is: a frame should suit the page around it. */
export function embedThemeCss(theme: EmbedTheme, colour: string): string {
  const { tokens, series } = THEMES[theme];
  const rules = [
    `color-scheme:${theme}`,
    ...Object.entries({ ...tokens, ...brandOf(theme, colour) }).map(([name, value]) => `--${name}:${value}`),
    ...series.map((value, at) => `--series-${at + 2}:${value}`),
  ];
  return `:root{${rules.join(';')}}`;
}

/** The same colours for a picture. */
export function pictureColours(theme: EmbedTheme, colour: string): PictureColours {
  const { tokens, series } = THEMES[theme];
  const brand = brandOf(theme, colour);
  return {
    paper: tokens.paper ?? '',
    ink: tokens.ink ?? '',
    soft: tokens['ink-soft'] ?? '',
    rule: tokens.rule ?? '',
    onSeries: brand['on-brand'],
    series: [brand.brand, ...series],
  };
}
