import { describe, expect, it } from 'vitest';
import type { ColumnKind, ColumnType } from '../../../tabular/column.ts';
import type { Passport } from '../../catalog/index.ts';
import { securityFlags } from './flag-rules.ts';
import { findRisk, SECURITY_RISKS } from './security-risk.ts';

const OWN: Passport['ground'] = { kind: 'own-initiative' };

function flagsOf(
  title: string,
  columns: readonly (string | readonly [string, ColumnKind | null, ColumnType?])[] = [],
  ground = OWN,
): string[] {
  const looked = columns.map((column) => {
    const [name, kind = null, type = 'text'] = typeof column === 'string' ? [column] : column;
    return { title: name, kind, type };
  });
  const flags = securityFlags({
    passport: { title, ground },
    resources: [{ id: 'r', title: 'Таблиця', columns: looked }],
  });
  return flags.map(({ code, by, columns: own }) => `${code} by ${by}: ${own.map((one) => one.columnTitle).join(', ')}`);
}

describe('what asks for a security decision', () => {
  it.each<[string, string]>([
    ['Захисні споруди цивільного захисту', 'shelters'],
    ['Перелік укриттів громади', 'shelters'],
    ['Розміщення камер відеоспостереження', 'cameras'],
    ['Дані про спецтехніку комунальних підприємств', 'special-vehicles'],
    ['Рух міського транспорту в режимі реального часу', 'live-transport'],
    ['Дані містобудівного кадастру', 'planning-cadastre'],
    ['Генеральний план міста', 'general-plans'],
    ['Детальні плани території', 'general-plans'],
  ])('«%s» by its title', (title, code) => {
    expect(flagsOf(title)).toEqual([`${code} by title: `]);
  });

  it.each([
    'Розклад руху міського транспорту',
    'Схема руху автобусів',
    'План роботи ради',
    'Споруди дитячих майданчиків',
    'Захист прав споживачів',
    'Графік вивезення сміття',
    'Котельні та їх тарифи',
  ])('«%s» asks for none', (title) => {
    expect(flagsOf(title, ['Назва', 'Адреса'])).toEqual([]);
  });

  it('an item of the list of resolution 835, whatever the title', () => {
    const ground = { kind: 'resolution-835', section: 'Органи місцевого самоврядування', number: 54 } as const;
    expect(flagsOf('Безпечне місто', ['Назва'], ground)).toEqual(['cameras by item: ']);
  });

  it('columns of a flagged dataset, and facilities only where their places are told', () => {
    expect(
      flagsOf('Укриття', ['Назва', 'Місткість, осіб', ['Широта', 'latitude'], ['X', 'longitude'], 'Охорона', 'Ключі']),
    ).toEqual(['shelters by title: Місткість, осіб, Широта, X, Охорона, Ключі']);
    expect(flagsOf('Насосні станції', ['Назва', ['Точка', 'coordinates']])).toEqual([
      'critical-infrastructure by title: Точка',
    ]);
  });

  it('guards, keys and codes in any dataset, but not work safety, heritage or answers yes and no', () => {
    expect(flagsOf('Школи', ['Охоронна організація', 'Місце зберігання ключів', 'Код доступу'])).toEqual([
      'guards by column: Охоронна організація',
      'keys by column: Місце зберігання ключів, Код доступу',
    ]);
    expect(
      flagsOf('Школи', [
        'Охорона праці',
        'Заклад охорони здоров’я',
        'Охоронний номер пам’ятки',
        'Ключові слова',
        'Вартість охорони',
        ['Охорона', null, 'boolean'],
      ]),
    ).toEqual([]);
  });
});

describe('the list of risks', () => {
  it('names only columns it describes, each with a source', () => {
    for (const risk of SECURITY_RISKS.datasets) {
      expect(risk.source).not.toBe('');
      for (const column of risk.columns) expect(findRisk(column), column).not.toBeNull();
    }
  });
});
