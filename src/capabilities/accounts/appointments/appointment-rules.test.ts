import { describe, expect, test } from 'vitest';
import type { Holding, Role } from './appointment.ts';
import { type AppointmentTerms, appointmentFaults, orderState, rolesToGive, tidyTerms } from './appointment-rules.ts';
import { orderFaults, orderInWords, parseOrder } from './order-rules.ts';

describe('an order in one line', () => {
  test.each([
    [
      'розпорядження міського голови від 06.11.2025 № 728 «Про проведення інформаційного аудиту у 2025 році»',
      { issuer: 'розпорядження міського голови', date: '2025-11-06', number: '728' },
    ],
    ['наказ № 15-к/тр від 3.2.2026', { issuer: 'наказ', date: '2026-02-03', number: '15-к/тр' }],
    [
      'рішення виконкому  «26» лютого 2024 року\n№ 87',
      { issuer: 'рішення виконкому', date: '2024-02-26', number: '87' },
    ],
    [
      'рішення Виконавчого комітету 15.06.2017 р. №136',
      { issuer: 'рішення Виконавчого комітету', date: '2017-06-15', number: '136' },
    ],
    ['07.03.2024 № 123', { issuer: '', date: '2024-03-07', number: '123' }],
    ['order of the mayor of 2025-11-06 No 9', { issuer: 'order of the mayor', date: '2025-11-06', number: '9' }],
  ])('%s', (line, order) => {
    expect(parseOrder(line)).toEqual(order);
    expect(orderFaults(line)).toEqual([]);
  });
  test.each(['розпорядження міського голови', 'наказ від 06.11.2025', 'наказ № 5', 'наказ від 31.02.2025 № 5'])(
    '«%s» is not enough',
    (line) => {
      expect(parseOrder(line)).toBeNull();
      expect(orderFaults(line).map(({ field }) => field)).toEqual(['order']);
    },
  );
  test('is written as it is read', () => {
    const order = { issuer: 'наказ директора', date: '2025-11-06', number: '12/од' };
    expect(orderInWords(order)).toBe('наказ директора від 06.11.2025 № 12/од');
    expect(parseOrder(orderInWords(order))).toEqual(order);
    expect(orderFaults(' ')).toEqual([]);
  });
});

describe('the term of an order', () => {
  const state = (today: string, change: { from?: string; enteredOn?: string } = {}) =>
    orderState({ order: null, from: change.from ?? '2026-11-20' }, change.enteredOn ?? '2026-11-20', {
      today,
      graceDays: 10,
    });
  test('is ten working days from the first day or the day of entering', () => {
    expect(state('2026-12-04')).toEqual({ kind: 'preparing', due: '2026-12-04' });
    expect(state('2026-12-05')).toEqual({ kind: 'overdue', due: '2026-12-04' });
    expect(state('2026-12-05', { from: '2026-11-30' })).toEqual({ kind: 'preparing', due: '2026-12-14' });
    expect(state('2026-12-05', { from: '2020-01-01', enteredOn: '2026-12-01' }).kind).toBe('preparing');
  });
  test('is over when number and date are there', () => {
    const order = { issuer: '', date: '2026-11-20', number: '1' };
    expect(orderState({ order, from: '2020-01-01' }, '2020-01-01', { today: '2026-11-20', graceDays: 10 })).toEqual({
      kind: 'final',
    });
  });
});

describe('what an appointment says', () => {
  const terms = (change: Partial<AppointmentTerms> = {}): AppointmentTerms => ({
    role: 'responsible',
    functions: ['publish'],
    datasetIds: null,
    post: '',
    officeEmail: '',
    officePhone: '',
    from: '2026-11-20',
    to: null,
    substituteId: null,
    order: null,
    ...change,
  });
  const faults = (change: Partial<AppointmentTerms>, personId: string | null = 'p') =>
    appointmentFaults(terms(change), personId).map(({ field }) => field);

  test('is tidied: functions and datasets only where the role has any', () => {
    const tidy = tidyTerms(terms({ role: 'head', functions: ['publish'], datasetIds: ['a'], post: ' Голова  ради ' }));
    expect(tidy).toMatchObject({ functions: [], datasetIds: null, post: 'Голова ради' });
    expect(tidyTerms(terms({ role: 'contributor', functions: ['publish', 'update'] })).functions).toEqual(['update']);
    expect(tidyTerms(terms({ datasetIds: ['a', 'a'] })).datasetIds).toEqual(['a']);
  });
  test('names its faults', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ role: 'emperor' as Role })).toEqual(['role']);
    expect(faults({ functions: [] })).toEqual(['functions']);
    expect(faults({ role: 'head', functions: [] })).toEqual([]);
    expect(faults({ datasetIds: [] })).toEqual(['datasets']);
    expect(faults({ from: '' })).toEqual(['from']);
    expect(faults({ to: 'завтра' })).toEqual(['to']);
    expect(faults({ to: '2026-11-19' })).toEqual(['to']);
    expect(faults({ officeEmail: 'x' })).toEqual(['officeEmail']);
    expect(faults({ substituteId: 'p' })).toEqual(['substituteId']);
    expect(faults({ substituteId: 'p' }, null)).toEqual([]);
  });
  test('gives no more than the giver looks after', () => {
    const held = (role: Role) => [{ role }] as unknown as Holding[];
    expect(rolesToGive(held('administrator'))).toHaveLength(9);
    expect(rolesToGive(held('coordinator'))).not.toContain('administrator');
    expect(rolesToGive(held('coordinator'))).toContain('coordinator');
    expect(rolesToGive(held('head')).toSorted()).toEqual(
      ['auditor', 'contributor', 'head', 'reader', 'responsible', 'reviewer'].toSorted(),
    );
  });
});
