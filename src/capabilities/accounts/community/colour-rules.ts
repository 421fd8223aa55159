/** The city's colour: readable as text and under white text (WCAG contrast ≥ 4.5 : 1 with white). Pure. */

export const DEFAULT_COLOUR = '#1a5fb4';
export const LEAST_CONTRAST = 4.5;

const HEX = /^#[0-9a-f]{6}$/;

/** `#RRGGBB`, `RRGGBB` or `#RGB` as `#rrggbb`; null when it is no colour. */
export function tidyColour(typed: string): string | null {
  const text = typed.trim().toLowerCase().replace(/^#?/, '#');
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  const full = short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : text;
  return HEX.test(full) ? full : null;
}

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast with white by WCAG 2, from 1 to 21. */
export function contrastWithWhite(colour: string): number {
  return 1.05 / (luminance(colour) + 0.05);
}

/** The same hue, only as much darker as reading needs; the colour itself when it passes already. */
export function nearestReadable(colour: string): string {
  const original = channels(colour);
  for (let kept = 255; kept > 0; kept -= 1) {
    const darker = original.map((channel) => Math.round((channel * kept) / 255));
    const candidate = `#${darker.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
    if (contrastWithWhite(candidate) >= LEAST_CONTRAST) return candidate;
  }
  return '#000000';
}
