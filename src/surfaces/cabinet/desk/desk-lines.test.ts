import { expect, test } from 'vitest';
import { type Card, type Dataset, emptyPassport, type Frequency } from '../../../capabilities/catalog/index.ts';
import type { Message } from '../../../capabilities/community/index.ts';
import type { Reading } from '../../../capabilities/ingest/index.ts';
import { deskLines, withMessages } from './desk-lines.ts';

const NOW = new Date('2026-11-21T10:00:00Z');

function dataset(id: string, state: Dataset['state']): Dataset {
  const passport = emptyPassport(null, null, id);
  const at = new Date('2026-11-01T10:00:00Z');
  return {
    id,
    number: id,
    nationalId: null,
    slug: id,
    unitId: 'u',
    state,
    passport,
    resources: [],
    createdAt: at,
    changedAt: at,
  };
}

function card(id: string, frequency: Frequency, dataAsOf: string, more: Partial<Card> = {}): Card {
  const passport = { ...emptyPassport(null, null, id), frequency };
  return {
    datasetId: id,
    state: 'published',
    passport,
    dataAsOf,
    changedAt: dataAsOf,
    closure: null,
    resources: [],
    ...more,
  } as unknown as Card;
}

function reading(datasetId: string, state: Reading['state']): Reading {
  return { id: `r-${datasetId}`, datasetId, state, publishedAt: null, changedAt: NOW } as Reading;
}

test('the most urgent first: late, refused, soon, drafts; what is on time is not there', () => {
  const datasets = ['draft', 'soon', 'on-time', 'elsewhere', 'refused', 'late'].map((id) =>
    dataset(id, id === 'draft' ? 'draft' : 'published'),
  );
  const cards = [
    card('late', 'once a week', '2026-11-01T10:00:00Z'),
    card('soon', 'once a month', '2026-10-24T10:00:00Z'),
    card('on-time', 'once a year', '2026-10-24T10:00:00Z'),
    card('elsewhere', 'more than once a day', '2026-10-24T10:00:00Z', { resources: [{ kind: 'link' }] as never }),
    card('refused', 'once a year', '2026-10-24T10:00:00Z'),
  ];
  const lines = deskLines(
    datasets,
    [reading('refused', 'refused')],
    new Map(cards.map((one) => [one.datasetId, one])),
    NOW,
  );
  expect(lines.map(({ dataset: { id }, deed, reason }) => [id, deed, reason])).toEqual([
    ['late', 'update', 'late'],
    ['refused', 'replace', 'refused'],
    ['soon', 'update', 'soon'],
    ['draft', 'finish', 'draft'],
  ]);
});

test('a new file of a published set waits for its person; a suspended set for its review', () => {
  const closure = { reason: '', order: '', reviewOn: '2026-11-25', at: '2026-11-01T10:00:00Z' };
  const cards = new Map([
    ['new', card('new', 'once a year', '2026-11-01T10:00:00Z')],
    ['closed', card('closed', 'once a week', '2026-11-01T10:00:00Z', { state: 'suspended', closure })],
  ]);
  const lines = deskLines(
    [dataset('new', 'published'), dataset('closed', 'suspended')],
    [reading('new', 'checked')],
    cards,
    NOW,
  );
  expect(lines.map(({ dataset: { id }, reason, path }) => [id, reason, path])).toEqual([
    ['closed', 'review', '/cabinet/datasets/closed'],
    ['new', 'new-file', '/cabinet/readings/r-new'],
  ]);
});

test('messages stand among the datasets by their term; of one day a waiting person comes first', () => {
  const lines = deskLines(
    [dataset('late', 'published'), dataset('soon', 'published'), dataset('draft', 'draft')],
    [],
    new Map([
      ['late', card('late', 'once a week', '2026-11-01T10:00:00Z')],
      ['soon', card('soon', 'once a month', '2026-10-24T10:00:00Z')],
    ]),
    NOW,
  );
  const message = (id: string, dueOn: string | null) => ({ id, dueOn }) as Message;
  const due = lines.find((line) => line.dataset.id === 'soon')?.dueOn ?? '';
  const all = withMessages(lines, [
    message('today', '2026-11-21'),
    message('same-day', due),
    message('answered', null),
  ]);
  expect(all.map((line) => ('message' in line ? line.message.id : line.dataset.id))).toEqual([
    'late',
    'today',
    'same-day',
    'soon',
    'draft',
  ]);
});
