import { hexOf, oklchOf, standingOut } from './colour.ts';

/** Paper and sunk paper of tokens.css: what text in the city's colour stands on. */
const LIGHT = { paper: '#fdfcfa', sunk: '#f5f3ee' };
const DARK = { paper: '#14161a', sunk: '#1c1f24' };

/** WCAG AA for text, with a little to spare for rounding. */
const READABLE = 4.6;

/** Names and values of the brand tokens for one theme. */
export type BrandTokens = Record<
  | 'brand'
  | 'brand-hover'
  | 'on-brand'
  | 'link'
  | 'link-hover'
  | 'brand-tint'
  | 'panel'
  | 'on-panel'
  | 'panel-soft'
  | 'focus',
  string
>;

/** Tokens on light paper. Every pair that carries text passes 4.5 : 1, whatever colour the city has. */
export function lightTokens(colour: string): BrandTokens {
  const city = oklchOf(colour);
  const tint = hexOf({ ...city, l: 0.957, c: Math.min(city.c * 0.22, 0.025) });
  const brand = standingOut(city, ['#ffffff'], READABLE, -0.01);
  const link = standingOut(city, [LIGHT.paper, LIGHT.sunk, tint], READABLE, -0.01);
  const linkTone = oklchOf(link);
  const hover = hexOf({ ...linkTone, l: Math.max(0, linkTone.l - 0.09) });
  const panel = standingOut({ ...city, l: Math.min(city.l, 0.47) }, ['#ffffff'], 7, -0.01);
  return {
    brand,
    'brand-hover': hover,
    'on-brand': '#ffffff',
    link,
    'link-hover': hover,
    'brand-tint': tint,
    panel,
    'on-panel': '#ffffff',
    'panel-soft': standingOut({ ...city, l: 0.91, c: Math.min(city.c * 0.3, 0.035) }, [panel], READABLE, 0.01),
    focus: link,
  };
}

/** Tokens on dark paper: the same hue, light enough to read. */
export function darkTokens(colour: string): BrandTokens {
  const city = oklchOf(colour);
  const tint = hexOf({ ...city, l: 0.265, c: Math.min(city.c * 0.3, 0.035) });
  const soft = { ...city, l: 0.8, c: Math.min(city.c, 0.105) };
  const link = standingOut(soft, [DARK.paper, DARK.sunk, tint], READABLE, 0.01);
  const hover = hexOf({ ...oklchOf(link), l: 0.88 });
  const panel = standingOut({ ...city, l: 0.31, c: Math.min(city.c * 0.75, 0.085) }, ['#ffffff'], 7, -0.01);
  return {
    brand: link,
    'brand-hover': hover,
    'on-brand': '#10151c',
    link,
    'link-hover': hover,
    'brand-tint': tint,
    panel,
    'on-panel': '#ffffff',
    'panel-soft': standingOut({ ...city, l: 0.86, c: Math.min(city.c * 0.35, 0.04) }, [panel], READABLE, 0.01),
    focus: link,
  };
}

function rules(tokens: BrandTokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}

/**
 * The style sheet with the city's colour, for both themes.
 * @param colour `#rrggbb`; anything else gives an empty sheet, so that the colours of tokens.css stay
 */
export function themeCss(colour: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return '';
  return `:root{${rules(lightTokens(colour))}}@media (prefers-color-scheme:dark){:root{${rules(darkTokens(colour))}}}`;
}
