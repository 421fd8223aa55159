import { expect, test } from 'vitest';
import type { BoardRow } from '../../../capabilities/catalog/index.ts';
import type { FileInHand } from '../../../capabilities/ingest/index.ts';
import { workOf } from './dataset-work.ts';
import { type DeskItem, inOrder } from './desk-item.ts';

const NOW = new Date('2026-11-21T10:00:00Z');

function row(id: string, more: Partial<BoardRow> = {}): BoardRow {
  return {
    id,
    number: id,
    slug: id,
    title: id,
    unitId: 'u',
    state: 'published',
    frequency: null,
    responsibleName: '',
    responsibleEmail: '',
    dueOn: null,
    dataAsOf: '2026-11-01T10:00:00Z',
    reviewOn: null,
    changedAt: NOW,
    missing: 0,
    resources: [{ id: 'r', kind: 'table', hasFields: true }],
    ...more,
  };
}

function file(datasetId: string, state: FileInHand['state']): FileInHand {
  return { id: `f-${datasetId}`, datasetId, resourceId: 'r', kind: 'table', state, changedAt: NOW };
}

const told = (one: BoardRow, files: readonly FileInHand[] = []) => {
  const work = workOf(one, files, NOW);
  return work && [work.deed, work.reason, work.path];
};

test('a late set and one due soon are to be updated; one with time left waits for nothing', () => {
  expect(told(row('late', { dueOn: '2026-11-08' }))).toEqual(['update', 'late', '/cabinet/new?dataset=late']);
  const month = { dataAsOf: '2026-10-24T10:00:00Z', dueOn: '2026-11-24' };
  expect(told(row('soon', month))?.[1]).toBe('soon');
  expect(told(row('far', { dataAsOf: '2026-10-24T10:00:00Z', dueOn: '2026-12-01' }))).toBeNull();
  // a week's rhythm is told one day ahead only
  expect(told(row('week', { dataAsOf: '2026-11-16T10:00:00Z', dueOn: '2026-11-23' }))).toBeNull();
  expect(told(row('no rhythm'))).toBeNull();
});

test('a file in hand comes before the term; a bad one is to be replaced today', () => {
  const late = row('one', { dueOn: '2026-11-08' });
  expect(told(late, [file('one', 'refused')])).toEqual(['replace', 'refused', '/cabinet/readings/f-one']);
  expect(workOf(late, [file('one', 'refused')], NOW)?.dueOn).toBe('2026-11-21');
  expect(told(late, [file('one', 'checked')])).toEqual(['finish', 'new-file', '/cabinet/readings/f-one']);
  expect(told(late, [file('one', 'reading')])?.[1]).toBe('working');
  expect(told(late, [file('another', 'refused')])?.[1]).toBe('late');
});

test('a draft goes where it stopped: file, look, passport, publication', () => {
  const draft = (more: Partial<BoardRow> = {}) => row('d', { state: 'draft', ...more });
  expect(told(draft())).toEqual(['finish', 'draft', '/cabinet/new?dataset=d']);
  const unread = draft({ resources: [{ id: 'r', kind: 'table', hasFields: false }] });
  expect(told(unread, [file('d', 'ready')])).toEqual(['finish', 'draft', '/cabinet/readings/f-d']);
  expect(told(draft({ missing: 2 }), [file('d', 'ready')])?.[2]).toBe('/cabinet/datasets/d/passport');
  expect(told(draft(), [file('d', 'ready')])).toEqual(['publish', 'draft', '/cabinet/datasets/d/publish']);
  const link = draft({ resources: [{ id: 'r', kind: 'link', hasFields: false }] });
  expect(told(link)?.[0]).toBe('publish');
});

test('a suspended set waits for its review only when the day is near', () => {
  const suspended = (dueOn: string) => row('s', { state: 'suspended', dueOn });
  expect(told(suspended('2026-11-25'))).toEqual(['review', 'review', '/cabinet/datasets/s']);
  expect(told(suspended('2027-02-25'))).toBeNull();
});

test('things to do stand by term; of one day first what a person waits for, then the newest; last what has no term', () => {
  const item = (key: string, dueOn: string | null, more: Partial<DeskItem> = {}): DeskItem => ({
    key,
    deed: '',
    title: key,
    path: '',
    badge: null,
    dueOn,
    since: NOW,
    button: { label: '', path: '' },
    ...more,
  });
  const older = new Date('2026-11-01T10:00:00Z');
  const items = [
    item('draft', null),
    item('same day, older', '2026-11-24', { since: older }),
    item('same day', '2026-11-24'),
    item('somebody waits', '2026-11-24', { somebodyWaits: true, since: older }),
    item('late', '2026-11-08'),
  ];
  expect(inOrder(items).map(({ key }) => key)).toEqual([
    'late',
    'somebody waits',
    'same day',
    'same day, older',
    'draft',
  ]);
});
