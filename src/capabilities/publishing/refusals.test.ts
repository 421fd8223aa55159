import { expect, it } from 'vitest';
import { closedData } from './refusals.ts';

it('tells the reason as a sentence of its own, however it was typed', () => {
  const closure = { order: '№ 6', reviewOn: '2026-12-01', at: '2026-11-21T00:00:00Z' };
  for (const reason of ['Помилково', 'Помилково.']) {
    expect(closedData('withdrawn', { ...closure, reason }).text.uk).toBe('Набір вилучено: Помилково. Підстава: № 6.');
  }
  expect(closedData('suspended', { ...closure, reason: 'Перевірка' }).text.en).toContain(
    'suspended: Перевірка. Order:',
  );
});
