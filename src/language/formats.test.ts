import { describe, expect, it } from 'vitest';
import { dateTimeInWords, dayInWords, relativeDay, relativeTime } from './dates.ts';
import { formatBytes, formatNumber } from './numbers.ts';
import { plural, pluralEnglish } from './plural.ts';
import { slugify, transliterate } from './transliterate.ts';

describe('transliterate', () => {
  it.each([
    ['Згорани', 'Zghorany'],
    ['Знам’янка', 'Znamianka'],
    ["Знам'янка", 'Znamianka'],
    ['Їжакевич', 'Yizhakevych'],
    ['Йосипівка', 'Yosypivka'],
    ['Гадяч', 'Hadiach'],
    ['Ґалаґан', 'Galagan'],
    ['Щербухи', 'Shcherbukhy'],
    ['Луцьк', 'Lutsk'],
    ['ЩО РОЗГОН', 'SHCHO ROZGHON'],
    ['м. Київ, 2026 р.', 'm. Kyiv, 2026 r.'],
    ['Костянтинівка-Юр’ївка', 'Kostiantynivka-Yurivka'],
    ["назва 'Яблуко'", "nazva 'Yabluko'"],
  ])('%s → %s', (ukrainian, latin) => {
    expect(transliterate(ukrainian)).toBe(latin);
  });
});

describe('slugify', () => {
  it('joins words by hyphens and drops everything else', () => {
    expect(slugify('Дані про зупинки (2026) — «Луцьк»')).toBe('dani-pro-zupynky-2026-lutsk');
    expect(slugify('Об’єкти')).toBe('obiekty');
    expect(slugify('№ !!!')).toBe('no');
    expect(slugify('—')).toBe('bez-nazvy');
    expect(slugify('Żółć')).toBe('zo-c');
  });
  it('cuts between words and stays within the limit', () => {
    const slug = slugify('Перелік об’єктів комунальної власності, що передані в оренду чи інше право користування', 40);
    expect(slug).toBe('perelik-obiektiv-komunalnoi-vlasnosti');
    expect(slugify('а'.repeat(100), 10)).toBe('a'.repeat(10));
  });
});

describe('plural', () => {
  it.each([
    [0, 'наборів'],
    [1, 'набір'],
    [2, 'набори'],
    [5, 'наборів'],
    [11, 'наборів'],
    [12, 'наборів'],
    [21, 'набір'],
    [24, 'набори'],
    [111, 'наборів'],
    [-3, 'набори'],
    [1.5, 'набору'],
  ])('%d %s', (n, form) => {
    expect(plural(n, 'набір', 'набори', 'наборів', 'набору')).toBe(form);
  });
  it('knows English', () => {
    expect(pluralEnglish(1, 'dataset', 'datasets')).toBe('dataset');
    expect(pluralEnglish(1.5, 'dataset', 'datasets')).toBe('datasets');
  });
});

describe('numbers', () => {
  it('writes thin spaces, the comma and a true minus', () => {
    expect(formatNumber(1234567.5, 'uk')).toBe('1\u202f234\u202f567,5');
    expect(formatNumber(1234567.5, 'en')).toBe('1\u202f234\u202f567.5');
    expect(formatNumber(-3, 'uk')).toBe('\u22123');
    expect(formatNumber(Number.NaN, 'uk')).toBe('—');
  });
  it('writes sizes', () => {
    expect(formatBytes(0, 'uk')).toBe('0\u202fБ');
    expect(formatBytes(1_234_000, 'uk')).toBe('1,2\u202fМБ');
    expect(formatBytes(999_999, 'en')).toBe('1\u202fMB');
    expect(formatBytes(74_000_000, 'uk')).toBe('74\u202fМБ');
  });
});

describe('dates', () => {
  const now = new Date('2026-10-15T12:00:00+03:00');
  it('says a day in words', () => {
    expect(dayInWords('2026-10-12', 'uk')).toBe('12 жовтня 2026');
    expect(dayInWords('2026-10-12', 'en')).toBe('12 October 2026');
    expect(dayInWords(new Date('2026-10-11T22:30:00Z'), 'uk')).toBe('12 жовтня 2026');
    expect(dateTimeInWords(new Date('2026-10-12T11:05:00Z'), 'uk')).toBe('12 жовтня 2026, 14:05');
  });
  it.each([
    ['2026-10-15T11:59:50+03:00', 'щойно', 'just now'],
    ['2026-10-15T11:58:00+03:00', '2 хвилини тому', '2 minutes ago'],
    ['2026-10-15T07:00:00+03:00', '5 годин тому', '5 hours ago'],
    ['2026-10-14T23:59:00+03:00', 'учора', 'yesterday'],
    ['2026-10-12T23:59:00+03:00', '3 дні тому', '3 days ago'],
    ['2026-09-20T12:00:00+03:00', '3 тижні тому', '3 weeks ago'],
    ['2026-03-15T12:00:00+02:00', '7 місяців тому', '7 months ago'],
    ['2024-10-15T12:00:00+03:00', '2 роки тому', '2 years ago'],
    ['2026-10-20T12:00:00+03:00', 'через 5 днів', 'in 5 days'],
  ])('%s is %s', (instant, uk, en) => {
    expect(relativeTime(new Date(instant), now, 'uk')).toBe(uk);
    expect(relativeTime(new Date(instant), now, 'en')).toBe(en);
  });
  it('tells days', () => {
    expect(relativeDay('2026-10-15', '2026-10-15', 'uk')).toBe('сьогодні');
    expect(relativeDay('2026-10-16', '2026-10-15', 'uk')).toBe('завтра');
  });
});
