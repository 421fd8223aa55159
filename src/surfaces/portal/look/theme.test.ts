import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, hexOf, oklchOf } from './colour.ts';
import { darkTokens, lightTokens, themeCss } from './theme.ts';

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

describe('the city’s colour', () => {
  it('goes to OKLCH and back', () => {
    fc.assert(
      fc.property(anyColour, (colour) => hexOf(oklchOf(colour)) === colour),
      { numRuns: 300 },
    );
  });

  it('gives readable text for any colour, light and dark', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const light = lightTokens(colour);
        const dark = darkTokens(colour);
        for (const [tokens, papers] of [
          [light, ['#fdfcfa', '#f5f3ee', light['brand-tint']]],
          [dark, ['#14161a', '#1c1f24', dark['brand-tint']]],
        ] as const) {
          for (const paper of papers) {
            expect(contrast(tokens.link, paper)).toBeGreaterThanOrEqual(4.5);
            expect(contrast(tokens['link-hover'], paper)).toBeGreaterThanOrEqual(4.5);
          }
          expect(contrast(tokens.brand, tokens['on-brand'])).toBeGreaterThanOrEqual(4.5);
          expect(contrast(tokens['brand-hover'], tokens['on-brand'])).toBeGreaterThanOrEqual(4.5);
          expect(contrast(tokens.panel, tokens['on-panel'])).toBeGreaterThanOrEqual(7);
          expect(contrast(tokens.panel, tokens['panel-soft'])).toBeGreaterThanOrEqual(4.5);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the default look when there is no colour', () => {
    expect(themeCss('')).toBe('');
    expect(themeCss('#fff;}body{display:none')).toBe('');
  });
});
