import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { productSources } from './sources.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/threats.md'), 'utf8');
/** Rows of the page's tables: threat, what holds it, test. */
const rows = PAGE.split('\n')
  .filter((line) => /^\| (?!Загроза)/.test(line))
  .map((line) => line.split(' | '));

describe('the page of threats', () => {
  it('names what holds each threat, and a test that is there', () => {
    expect(rows.length).toBeGreaterThan(40);
    const missing = rows.flatMap(([threat = '', held = '', proof = '']) => {
      const [, path = '', name = ''] = /^`([^`]+)` «(.+)» \|$/.exec(proof) ?? [];
      const file = join(ROOT, path);
      const there = path !== '' && existsSync(file) && readFileSync(file, 'utf8').includes(name);
      return there && name !== '' && held !== '' ? [] : [`${threat}: ${proof}`];
    });
    expect(missing).toEqual([]);
  });
});

it('other people’s servers are asked in one place only', () => {
  const asks = /\bfetch\(|from 'node:(https?|net|tls|dgram|dns(\/promises)?)'/;
  /**
   * The one place, serving itself, scripts of our own pages, what is shown to developers as text, and the command `push`, which runs on the
   * city's side and asks what its user names.
   */
  const allowed =
    /^src\/platform\/http\/|\/islands\/|^src\/app\/commands\/web\.ts$|\/api-snippets\.ts$|^src\/app\/push\//;
  /** Tells an address by its form and asks nobody. */
  const ONLY_LOOKS = "import { isIP } from 'node:net';";
  const others = productSources().filter(
    ({ path, text }) => asks.test(text.replace(ONLY_LOOKS, '')) && !allowed.test(path),
  );
  expect(others.map(({ path }) => path)).toEqual([]);
});
