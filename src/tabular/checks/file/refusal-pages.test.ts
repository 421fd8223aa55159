import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkEntry } from '../catalogue.ts';
import { REFUSAL_CHECKS } from './refusal-pages.ts';

const READING = join(import.meta.dirname, '..', '..', 'reading');

it('every refusal written in the reader has its page of the guide', () => {
  const sources = globSync('**/*.ts', { cwd: READING }).filter((name) => !name.endsWith('.test.ts'));
  const codes = sources.flatMap((name) => {
    const source = readFileSync(join(READING, name), 'utf8');
    return [...source.matchAll(/\b(?:refusal|refusedJson)\(\s*'([a-z-]+)'/g)].map(([, code = '']) => code);
  });
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => checkEntry(code) === null)).toEqual([]);
});

it('each page says why and what to do, in both languages, in the words of the refusal', () => {
  const bare = REFUSAL_CHECKS.filter(
    ({ todo, why, title, code }) => [todo?.uk, todo?.en, why.uk, why.en].some((text) => !text) || title.uk === code,
  );
  expect(bare.map(({ code }) => code)).toEqual([]);
  expect(checkEntry('workbook-password')?.todo?.uk).toContain('зніміть пароль');
  expect(checkEntry('archive-encrypted')?.guide).toBe('/guide/checks/archive-encrypted');
  expect(new Set(REFUSAL_CHECKS.map(({ code }) => code)).size).toBe(REFUSAL_CHECKS.length);
});
