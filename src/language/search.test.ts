import { describe, expect, it } from 'vitest';
import { compareUkrainian } from './collation.ts';
import { foldLookAlikes, foldName, foldSpaces, foldText } from './folding.ts';
import { askedTokens, queryTokens, searchTokens, trigramsOf } from './search-tokens.ts';
import { stemOf } from './stemming.ts';
import { addWorkingDays, holidaysOf, isWorkingDay, workingDaysBetween } from './working-days.ts';

describe('folding', () => {
  it('makes one form of apostrophes, case, spaces and invisible marks', () => {
    const forms = ["Об'єкт", 'ОБ’ЄКТ', 'обʼєкт', 'об`єкт', 'об´єкт', 'об‘єкт', 'об\u00adʼєкт'];
    expect(new Set(forms.map(foldText)).size).toBe(1);
    expect(foldSpaces('\ufeff  а\u00a0\u202fб\u200b ')).toBe('а б');
  });
  it('finds the alphabet a mixed word was meant in', () => {
    expect(foldLookAlikes('Кuїв'.replace('u', 'и'))).toBe('Київ');
    expect(foldLookAlikes('вулиця'.replace('у', 'y').replace('и', 'и'))).toBe('вулиця');
    expect(foldLookAlikes('VІІ')).toBe('VII');
    expect(foldLookAlikes('.сsv'.slice(1))).toBe('csv');
    expect(foldLookAlikes('Дорога')).toBe('Дорога');
  });
  it('equates names of columns whatever twin letters they hold', () => {
    expect(foldName('legalActІdentifier')).toBe(foldName('legal_act_Identifier'));
    expect(foldName('isVersionOfІD')).toBe(foldName('IsVersionOfID'));
    expect(foldName('Назва  об’єкта')).toBe(foldName('НАЗВА ОБ`ЄКТА'));
    expect(foldName('Cтатус')).toBe(foldName('Статус'));
  });
});

describe('search tokens', () => {
  const stems = (text: string) => searchTokens(text).map((token) => token.stem);
  it('splits names of columns and leaves stop words out', () => {
    expect(searchTokens('addressPostCode, stop_name').map((token) => token.word)).toEqual([
      'addresspostcode',
      'address',
      'post',
      'code',
      'stop',
      'name',
    ]);
    expect(stems('Дані про зупинки')).toHaveLength(2);
    expect(searchTokens('Дані про зупинки').map((token) => token.weak)).toEqual([true, false]);
  });
  it.each([
    ['zupynky', 'зупинки'],
    ['pegbyrb', 'зупинки'],
    ['shkoly', 'школи'],
    ['raion', 'район'],
    ['miska', 'міська'],
    ['lutsk', 'луцьк'],
    ['likarni', 'лікарні'],
    [',.l;tn', 'бюджет'],
    ['пеаі', 'gtfs'],
  ])('%s may mean %s', (typed, meant) => {
    const found = queryTokens(typed).flatMap((token) => [token.stem, ...token.alternatives]);
    expect(found).toContain(stemOf(foldText(meant)));
  });
  it('reads a chunk whose marks are letters on the other layout as one word', () => {
    for (const [typed, meant] of [
      [',s,ksjntrf', 'бібліотека'],
      [',.l;tn', 'бюджет'],
      ['[fnf', 'хата'],
    ] as const)
      for (const token of askedTokens(typed)) expect([token.chunk, token.wholeChunk]).toEqual([typed, meant]);
    expect(askedTokens('школи ліси').map((token) => token.wholeChunk)).toEqual([null, null]);
  });
  it('keeps stop words when there is nothing else', () => {
    expect(queryTokens('до')).toHaveLength(1);
    expect(queryTokens('школи та школа')).toHaveLength(1);
    expect(queryTokens(' — ')).toHaveLength(0);
  });
  it('makes trigrams', () => {
    expect(trigramsOf('сад')).toEqual(['  с', ' са', 'сад', 'ад ']);
  });
});

describe('collation', () => {
  it('orders the Ukrainian alphabet', () => {
    const alphabet = [...'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'];
    expect([...alphabet].reverse().sort(compareUkrainian)).toEqual(alphabet);
    expect(['Школа 10', 'Школа 9'].sort(compareUkrainian)).toEqual(['Школа 9', 'Школа 10']);
  });
});

describe('working days', () => {
  it('are all Mondays to Fridays under martial law', () => {
    expect(isWorkingDay('2026-08-24')).toBe(true);
    expect(isWorkingDay('2026-11-21')).toBe(false);
    expect(addWorkingDays('2026-11-20', 3)).toBe('2026-11-25');
    expect(workingDaysBetween('2026-11-20', '2026-11-25')).toBe(3);
    expect(workingDaysBetween('2026-11-25', '2026-11-20')).toBe(-3);
  });
  it('leave out holidays and moved days off otherwise', () => {
    expect(holidaysOf(2026)).toContain('2026-05-31');
    expect(isWorkingDay('2026-08-24', null)).toBe(false);
    // Easter 12.04.2026 is a Sunday: the day off moves to Monday
    expect(isWorkingDay('2026-04-13', null)).toBe(false);
    expect(addWorkingDays('2026-04-10', 1, null)).toBe('2026-04-14');
    // martial law that has ended
    expect(isWorkingDay('2026-08-24', { from: '2022-02-24', to: '2026-08-23' })).toBe(false);
  });
});
