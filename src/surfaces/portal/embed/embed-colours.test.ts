import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { embedThemeCss, THEMES } from './embed-colours.ts';

const styles = join(import.meta.dirname, '../../components/styles');

/** The part of a style sheet before and after its first dark rules. */
function lightAndDark(file: string): [light: string, dark: string] {
  const [light = '', rest = ''] = readFileSync(join(styles, file), 'utf8').split('@media (prefers-color-scheme: dark)');
  return [light, rest.split('@media')[0] ?? ''];
}

describe('colours of frames and pictures', () => {
  it('are those of the pages', () => {
    const tokens = lightAndDark('tokens.css');
    const series = lightAndDark('chart.css');
    for (const [at, theme] of (['light', 'dark'] as const).entries()) {
      for (const [name, value] of Object.entries(THEMES[theme].tokens)) {
        expect(tokens[at], `${theme} ${name}`).toContain(`--${name}: ${value};`);
      }
      for (const [number, value] of THEMES[theme].series.entries()) {
        expect(series[at]).toContain(`--series-${number + 2}: ${value};`);
      }
    }
  });

  it('take the city’s colour, and a plain one where none is chosen', () => {
    expect(embedThemeCss('light', '#7a1f5c')).toContain('--brand:#7a1f5c');
    expect(embedThemeCss('dark', 'red;}')).not.toContain('red');
  });
});
