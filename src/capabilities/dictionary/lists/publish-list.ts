import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { personId } from '../../../kernel/actor.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { findPerson, listUnits, type Person, permit } from '../../accounts/index.ts';
import {
  addResource,
  type CodeList,
  changePassport,
  codeListAsCsv,
  createDataset,
  gateCodeList,
  loadCodeList,
  loadDataset,
} from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { receiveFile, startReading } from '../../ingest/index.ts';
import { addPublishedList, type PublishedList, putPublishedList, selectPublishedList } from './published-list-store.ts';

/** How a list stands as a dataset; null where it is none. Throws `forbidden`, `not-found`. */
export async function publishedList(ctx: Context, listId: string): Promise<PublishedList | null> {
  await loadCodeList(ctx, listId);
  return selectPublishedList(ctx.db, { listId });
}

/**
 * Publishes a code list as a dataset of its own, in the name of the person who asks: a draft with its passport is made, its file read, and
 * publication asked for by the one gate. From then on every version of the list becomes a version of the dataset. Throws `forbidden`,
 * `not-found`, `conflict`.
 */
export async function publishList(ctx: Context, listId: string): Promise<PublishedList> {
  const list = await loadCodeList(ctx, listId);
  const units = await listUnits(ctx);
  const unitId = list.unitId ?? units.find(({ parentId }) => parentId === null)?.id ?? '';
  await permit(ctx, 'dataset.create', unitId);
  await permit(ctx, 'dataset.publish', unitId);
  const person = await findPerson(ctx, personId(ctx.actor) ?? '');
  if (!person) throw noPerson();
  const known = await selectPublishedList(ctx.db, { listId });
  if (known) return giveList(ctx, list, { ...known, personId: person.id });
  return giveList(ctx, list, await makeDataset(ctx, list, unitId, person));
}

/** The draft and what ties it to its list, at once: pressed twice, a list has one dataset all the same. */
function makeDataset(ctx: Context, list: CodeList, unitId: string, person: Person): Promise<PublishedList> {
  return transaction(ctx, async (tx) => {
    const made = await createDataset(tx, { unitId, title: list.name });
    const resource = await addResource(tx, made.id, { kind: 'table', title: list.name });
    const source = list.source ? ` Джерело: ${list.source}.` : '';
    await changePassport(tx, made.id, {
      ...made.passport,
      description: `Довідник «${list.name}»: коди та їхні назви, якими користуються набори громади. Код, виведений з ужитку, лишається в довіднику й ніколи не дається вдруге.${source}`,
      purpose: 'Однакові коди в різних наборах, щоб їх можна було поєднати.',
      frequency: 'immediately after making changes',
      themes: ['derzhava'],
      keywords: ['довідник', 'класифікатор', 'коди'],
      responsibleName: made.passport.responsibleName || person.name,
      responsibleEmail: made.passport.responsibleEmail || person.email,
    });
    await record(tx, { deed: 'code-list.publication', subject: { kind: 'code-list', id: list.id, name: list.name } });
    const fresh: PublishedList = {
      listId: list.id,
      datasetId: made.id,
      resourceId: resource.id,
      personId: person.id,
      readingId: null,
      step: 'idle',
      trouble: null,
      version: 0,
    };
    if (!(await addPublishedList(tx.db, fresh))) throw published();
    await gateCodeList(tx, list.id);
    return fresh;
  });
}

function published(): RequestError {
  return new RequestError('conflict', 'list-published', {
    uk: 'Довідник саме оприлюднює хтось інший. Оновіть сторінку: за мить він стане набором.',
    en: 'Somebody else is publishing this code list right now. Reload the page: in a moment it will be a dataset.',
  });
}

/** Gives the present codes to the dataset as its next file; what becomes of it is followed by the job. */
export async function giveList(own: Context, list: CodeList, before: PublishedList): Promise<PublishedList> {
  const dataset = await loadDataset(own, before.datasetId);
  const text = codeListAsCsv(list);
  const folder = await own.objects.workFolder();
  try {
    const path = join(folder, 'codes');
    await writeFile(path, text);
    const { id } = await startReading(own, {
      datasetId: dataset.id,
      resourceId: before.resourceId,
      unitId: dataset.unitId,
      fileName: `${list.slug}.csv`,
      size: Buffer.byteLength(text),
      kind: 'table',
    });
    const after: PublishedList = { ...before, readingId: id, step: 'reading', trouble: null, version: list.version };
    await putPublishedList(own.db, after);
    await receiveFile(own, id, path);
    return after;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function noPerson(): RequestError {
  return new RequestError('forbidden', 'person-only', {
    uk: 'Довідник оприлюднює людина: набір має відповідальну особу. Увійдіть у кабінет.',
    en: 'A person publishes a code list: a dataset has somebody who answers for it. Sign in to the cabinet.',
  });
}
