import { z } from 'zod';
import { system } from '../../../kernel/actor.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import type { Text } from '../../../kernel/text.ts';
import { actingAs, type Context, transaction } from '../../../platform/context.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { actorOfPerson, findPerson } from '../../accounts/index.ts';
import { loadCodeList, loadDataset, type StructureField, showCodeList, suggestStructure } from '../../catalog/index.ts';
import { changeDraftStructure, keepStructure } from '../../drafts/index.ts';
import { acceptRepairs, columnsOfReading, isSettled, loadReading, type Reading } from '../../ingest/index.ts';
import { askForPublication, reviewOfDraft } from '../../publishing/index.ts';
import { giveList } from './publish-list.ts';
import { type PublishedList, putPublishedList, selectPublishedList } from './published-list-store.ts';

/** A code list was changed: where it is a dataset, the dataset gets a new version. */
export const renewListJob = defineJob({
  name: 'dictionary.renew-list',
  data: z.object({ listId: z.uuid() }),
  async handle(ctx, { listId }) {
    const state = await selectPublishedList(ctx.db, { listId });
    if (!state) return;
    const own = await actingForList(ctx, state);
    if (!own) return stop(ctx, state, NO_PERSON);
    const list = await loadCodeList(own, listId);
    if (list.version === state.version) return;
    await giveList(own, list, state).catch((error: unknown) => stopped(ctx, state, error));
  },
});

/** A file was read: if it is of a code list, its publication goes on. */
export const followListJob = defineJob({
  name: 'dictionary.follow-list',
  data: z.object({ readingId: z.uuid() }),
  async handle(ctx, { readingId }) {
    const state = await selectPublishedList(ctx.db, { readingId });
    if (state?.step !== 'reading') return;
    const own = await actingForList(ctx, state);
    if (!own) return stop(ctx, state, NO_PERSON);
    await follow(own, state, await loadReading(own, readingId)).catch((error: unknown) => stopped(ctx, state, error));
  },
});

/** A dataset was published: if it is a code list, anybody reads it as this version has it. */
export const showListJob = defineJob({
  name: 'dictionary.show-list',
  data: z.object({ datasetId: z.uuid() }),
  async handle(ctx, { datasetId }) {
    const state = await selectPublishedList(ctx.db, { datasetId });
    // a newer list is on its way: its own publication follows
    if (state && state.step !== 'reading') await showCodeList(ctx, state.listId, state.version);
  },
});

const NO_PERSON: Text = {
  uk: 'Людина, яка оприлюднила довідник, більше не має на це права. Натисніть «Оприлюднити як набір», щоб далі це було від вашого імені.',
  en: 'The person who published the code list may do so no more. Press “Publish as a dataset” to go on in your name.',
};
const REVIEW: Text = {
  uk: 'Набір довідника готовий і чекає подання на перевірку: відкрийте його й подайте.',
  en: 'The dataset of the code list is ready and waits to be submitted for review: open and submit it.',
};

async function actingForList(ctx: Context, { personId }: PublishedList): Promise<Context | null> {
  const person = await findPerson(actingAs(ctx, system('dictionary')), personId);
  return person?.active ? actingAs(ctx, actorOfPerson(person)) : null;
}

async function stop(ctx: Context, state: PublishedList, trouble: Text): Promise<void> {
  await putPublishedList(ctx.db, { ...state, step: 'idle', trouble });
}

async function stopped(ctx: Context, state: PublishedList, error: unknown): Promise<void> {
  if (!isRequestError(error)) throw error;
  if (error.code === 'nothing-new') return putPublishedList(ctx.db, { ...state, step: 'idle', trouble: null });
  await stop(ctx, state, error.fields[0]?.text ?? error.text);
}

/** One step on: our own words are never mended, the structure is ours, then publication is asked for. */
async function follow(own: Context, state: PublishedList, reading: Reading): Promise<void> {
  if (reading.refusal) return stop(own, state, reading.refusal.message);
  if (!isSettled(reading.state)) return;
  if (reading.state === 'checked') return acceptRepairs(own, reading.id, []);
  const dataset = await loadDataset(own, state.datasetId);
  const fields = dataset.resources.find(({ id }) => id === state.resourceId)?.structure.fields ?? [];
  if (fields.length === 0) {
    const suggested = suggestStructure(columnsOfReading(reading)).fields;
    await changeDraftStructure(own, state.resourceId, { fields: suggested.map(described) }, reading);
  }
  const kept = await keepStructure(own, await loadReading(own, reading.id));
  if (!kept.kept)
    return stop(own, state, {
      uk: 'Стовпці довідника змінилися. Відкрийте структуру набору.',
      en: 'The columns of the list changed. Open the structure of the dataset.',
    });
  if (!kept.ready) return;
  const { road, approved } = await reviewOfDraft(own, state.datasetId);
  if (road === 'approval' && !approved) return stop(own, state, REVIEW);
  await transaction(own, async (tx) => {
    await askForPublication(tx, state.datasetId);
    await putPublishedList(tx.db, { ...state, step: 'asked', trouble: null });
  });
}

const WORDS: Readonly<Record<string, Partial<StructureField>>> = {
  code: { title: 'Код', purpose: 'Код, який стоїть у наборах', type: 'text', required: true, identifier: true },
  name: { title: 'Назва', purpose: 'Що означає код', type: 'text', required: true },
  retiredon: {
    title: 'Виведено з ужитку',
    purpose: 'День, з якого код не вживають; порожньо, поки він чинний',
    type: 'date',
    format: 'YYYY-MM-DD',
  },
  category: { title: 'Категорія', purpose: 'До чого належить код', type: 'text' },
  parent: { title: 'Вищий код', purpose: 'Код вищого рівня в цьому довіднику', type: 'text' },
};

function described(field: StructureField): StructureField {
  const known = WORDS[field.name.toLowerCase()];
  return known ? { ...field, identifier: false, required: false, ...known } : field;
}
