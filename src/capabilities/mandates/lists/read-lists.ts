import { type Context, once } from '../../../platform/context.ts';
import { askAlone, askTogether } from '../../../platform/database/ask-together.ts';
import { FIRST_EDITION, ITEM_AUDIENCES } from '../../catalog/index.ts';
import { dutiesQuestion } from '../duties/mandate-store.ts';
import { type Edition, editionId, type ListItem, type Lists, LOCAL_EDITION, LOCAL_REMOVED } from './edition.ts';
import { insertEdition, listsQuestion } from './edition-store.ts';

function firstEdition(now: Date): Edition {
  const { code, title, source, dated } = FIRST_EDITION;
  const kept = { state: 'current' as const, madeAt: now, madeBy: 'vidkryto', adoptedAt: now, previous: null };
  return { id: editionId(code), list: 'resolution-835', code, title, source, dated, ...kept };
}

function localEdition(now: Date, id: string, state: Edition['state']): Edition {
  const kept = { state, madeAt: now, madeBy: 'vidkryto', adoptedAt: now, previous: null };
  return {
    ...{ id, list: 'local-list', code: '', title: 'Місцевий перелік', source: '', dated: null },
    ...kept,
  };
}

/** All this capability has on record, asked once in what a request only looks at: most pages need more than one kind of it. */
export const readRows = (ctx: Context) =>
  once(ctx, 'mandates.rows', () => askTogether(ctx, { lists: listsQuestion, duties: dutiesQuestion }));

/** A list is put on record the first time it is asked for, so that a database of any age has it. */
async function readAll(ctx: Context): Promise<{ editions: Edition[]; items: ListItem[] }> {
  const { lists: known } = await readRows(ctx);
  if (known.editions.length > 0) return known;
  const now = ctx.clock.now();
  await insertEdition(ctx.db, firstEdition(now), FIRST_EDITION.items);
  await insertEdition(ctx.db, localEdition(now, LOCAL_EDITION, 'current'), []);
  await insertEdition(ctx.db, localEdition(now, LOCAL_REMOVED, 'retired'), []);
  return askAlone(ctx, listsQuestion);
}

const place = ({ audience }: ListItem) => ITEM_AUDIENCES.indexOf(audience);

/** All required lists with their editions. Open to everybody: they are law. One statement. */
export function loadLists(ctx: Context): Promise<Lists> {
  return once(ctx, 'mandates.lists', async () => {
    const { editions, items } = await readAll(ctx);
    const current = new Set(editions.filter(({ state }) => state === 'current').map(({ id }) => id));
    return {
      editions,
      items: items
        .filter((item) => current.has(item.editionId))
        .sort((one, other) => place(one) - place(other) || one.number - other.number),
      otherItems: items.filter((item) => !current.has(item.editionId)),
    };
  });
}

/** Items in force, in the order of the law. */
export async function listItems(ctx: Context): Promise<readonly ListItem[]> {
  return (await loadLists(ctx)).items;
}

/** The item in force that is about this, by its `line`; null where there is none any more. */
export async function findItem(ctx: Context, line: string): Promise<ListItem | null> {
  return (await listItems(ctx)).find((item) => item.line === line) ?? null;
}
