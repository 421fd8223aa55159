import { describe, expect, it } from 'vitest';
import { columnNames } from './column-names.ts';

describe('machine names of columns', () => {
  it('are КМУ 55 in lowerCamelCase', () => {
    expect(columnNames(['Назва зупинки', 'Код ЄДРПОУ', 'Площа, м²', 'Прізвище, ім’я'])).toEqual([
      'nazvaZupynky',
      'kodYedrpou',
      'ploshchaM2',
      'prizvyshcheImia',
    ]);
  });

  it('keep a header that is a machine name already', () => {
    expect(columnNames(['stopId', ' actIdentifier ', 'CATUTTC', 'stop_id'])).toEqual([
      'stopId',
      'actIdentifier',
      'CATUTTC',
      'stop_id',
    ]);
  });

  it('are unique without regard to case, never empty, and begin with a letter', () => {
    expect(columnNames(['id', 'ID', '', '№', '2024 рік', 'a__b'])).toEqual([
      'id',
      'ID2',
      'column3',
      'nomer',
      'n2024Rik',
      'aB',
    ]);
  });
});
