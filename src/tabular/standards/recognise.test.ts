import { describe, expect, it } from 'vitest';
import { transliterate } from '../../language/transliterate.ts';
import type { ColumnProfile } from '../column.ts';
import { matchStandard, type Recognised, recogniseStructure, recommendedStandard } from './index.ts';
import { CLERK_TABLES, OTHER_TABLES, UNSEEN_TABLES } from './testing/clerk-tables.ts';
import { profilesOf } from './testing/profiles-of.ts';
import { REWORDED_SEEN, REWORDED_UNSEEN } from './testing/reworded-tables.ts';

interface Clerks {
  readonly key: string;
  readonly headings: readonly string[];
  readonly means: readonly string[];
}

function tablesOf(lines: Readonly<Record<string, string>>): Clerks[] {
  return Object.entries(lines).map(([key, line]) => {
    const pairs = line.split('; ').map((pair) => pair.split('='));
    return { key, headings: pairs.map(([heading = '']) => heading), means: pairs.map(([, field = '']) => field) };
  });
}

const TABLES = tablesOf(CLERK_TABLES);

/** Pairs column = field of what was recognised, merged columns as `@kind`. */
function pairsOf(one: Recognised | undefined): string[] {
  return [
    ...(one?.matches ?? []).map(({ column, field }) => `${column}=${field.name}`),
    ...(one?.merged ?? []).map(({ column, kind }) => `${column}=@${kind}`),
  ];
}

interface Changed {
  readonly profiles: ColumnProfile[];
  readonly means: readonly string[];
  readonly about?: string;
}

/** How every structure is found in a table made of it: pairs of column and field, and tables taken for something else. */
function measure(change: (table: Clerks) => Changed, among: readonly Clerks[] = TABLES) {
  const wrong: string[] = [];
  const missed: string[] = [];
  const tables: string[] = [];
  let right = 0;
  for (const table of among) {
    const { profiles, means, about } = change(table);
    const found = recogniseStructure(profiles, { about });
    if (found[0]?.standard.key !== table.key) tables.push(`${table.key} → ${found[0]?.standard.key ?? 'nothing'}`);
    const got = pairsOf(found.find(({ standard }) => standard.key === table.key));
    const wanted = means.flatMap((field, at) => (field === '' ? [] : [`${at}=${field}`]));
    const told = (pair: string) => `${table.key}: «${profiles[Number.parseInt(pair, 10)]?.title}» ${pair}`;
    right += got.filter((pair) => wanted.includes(pair)).length;
    wrong.push(...got.filter((pair) => !wanted.includes(pair)).map(told));
    missed.push(...wanted.filter((pair) => !got.includes(pair)).map(told));
  }
  return { precision: right / (right + wrong.length), recall: right / (right + missed.length), wrong, missed, tables };
}

const fieldsOf = (key: string) => recommendedStandard(key)?.fields ?? [];

/** The same order every time, and not that of the structure. */
function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((one, at) => ({ one, key: (at * 7919 + 13) % 101 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

describe('recognising a structure', () => {
  it('finds it under the words of clerks', () => {
    const found = measure(({ headings, means }) => ({ profiles: profilesOf(headings), means }));
    expect(found.tables).toEqual([]);
    expect(found.wrong).toEqual([]);
    expect(found.recall, found.missed.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  it('finds most of it under words nobody gathered', () => {
    const found = measure(
      ({ headings, means, key }) => ({ profiles: profilesOf(headings), means, about: recommendedStandard(key)?.title }),
      tablesOf(UNSEEN_TABLES),
    );
    expect(found.tables.length, found.tables.join('\n')).toBeLessThanOrEqual(2);
    expect(found.precision, found.wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(found.recall, found.missed.join('\n')).toBeGreaterThanOrEqual(0.7);
  });

  it.each([
    ['half of the structures that was looked at', REWORDED_SEEN, 0.8],
    ['half that was only counted', REWORDED_UNSEEN, 0.68],
  ] as const)('finds most of it said quite otherwise: the %s', (_half, lines, recall) => {
    const found = measure(({ headings, means, key }) => {
      const fields = fieldsOf(key);
      const official = means.map(
        (name, at) => fields.find((field) => field.name === name)?.title ?? headings[at] ?? '',
      );
      // the values are those of the field, only its heading is said otherwise
      const values = profilesOf(official);
      const profiles = profilesOf(headings).map((profile, at) => ({
        ...profile,
        type: values[at]?.type ?? profile.type,
        kind: values[at]?.kind ?? null,
        examples: values[at]?.examples ?? [],
      }));
      return { profiles, means, about: recommendedStandard(key)?.title };
    }, tablesOf(lines));
    expect(found.tables.length, found.tables.join('\n')).toBeLessThanOrEqual(1);
    expect(found.precision, found.wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(found.recall, found.missed.join('\n')).toBeGreaterThanOrEqual(recall);
  });

  it('finds it by the titles of its fields in another order, with a fifth left out and strange columns put in', () => {
    const found = measure(({ key }) => {
      const fields = fieldsOf(key);
      const kept = shuffled(fields).filter((_, at) => fields.length < 6 || at % 5 !== 4);
      const all = [...kept.map(({ title, name }) => [title, name]), ['Примітка бухгалтера', ''], ['Колір', '']];
      const about = recommendedStandard(key)?.title;
      return { profiles: profilesOf(all.map(([title = '']) => title)), means: all.map(([, name = '']) => name), about };
    });
    expect(found).toMatchObject({ tables: [], wrong: [], missed: [] });
  });

  it('finds it by machine names written otherwise, in any order', () => {
    const snake = (name: string) => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase();
    const found = measure(({ key }) => {
      const fields = shuffled(fieldsOf(key));
      return { profiles: profilesOf(fields.map(({ name }) => snake(name))), means: fields.map(({ name }) => name) };
    });
    expect(found).toMatchObject({ tables: [], wrong: [], missed: [] });
  });

  it('finds it by titles in Latin letters', () => {
    const slug = (title: string) =>
      transliterate(title)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_');
    const found = measure(({ key }) => {
      const fields = fieldsOf(key);
      return { profiles: profilesOf(fields.map(({ title }) => slug(title))), means: fields.map(({ name }) => name) };
    });
    expect(found.tables).toEqual([]);
    expect(found.wrong).toEqual([]);
    expect(found.recall, found.missed.join('\n')).toBeGreaterThanOrEqual(0.99);
  });

  it('sees nothing in tables of other kinds, nor in hundreds of columns', () => {
    const seen = OTHER_TABLES.flatMap((line) => {
      const found = recogniseStructure(profilesOf(line.split('; ')))[0];
      return found ? [`${line}: ${found.standard.key} ${found.likeness}`] : [];
    });
    expect(seen).toEqual([]);
    expect(recogniseStructure(profilesOf(Array.from({ length: 2000 }, (_, at) => `Показник ${at}`)))).toEqual([]);
  });

  it('knows look-alike letters and mistakes of official names', () => {
    const names = [
      'identifier',
      'lagalActTitle',
      'legalActІdentifier',
      'adressPostCode',
      'authoritytId',
      'isVersionOfІD',
    ];
    const pairs = (key: string) => {
      const standard = recommendedStandard(key);
      return standard ? pairsOf(matchStandard(profilesOf(names), standard)) : [];
    };
    expect(pairs('regulatoryActs')).toEqual(['0=identifier', '1=legalActTitle', '2=legalActIdentifier']);
    expect(pairs('commercialObjects')).toEqual(expect.arrayContaining(['3=addressPostCode', '4=authoritytId']));
    expect(pairs('plan')).toContain('5=isVersionOfID');
  });
});
