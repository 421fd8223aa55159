import {
  approveLocalItems,
  groundDecisions,
  type ListItem,
  listItems,
  namedDecisions,
} from '../../capabilities/mandates/index.ts';
import { type OrderEffectKind, orderInOneLine, ordersOfSubjects } from '../../capabilities/orders/index.ts';
import { dayInWords } from '../../language/dates.ts';
import { plural, pluralEnglish } from '../../language/plural.ts';
import { requiredTexts } from '../../locales/required.ts';
import type { Context } from '../../platform/context.ts';

const LIST = 'list';
const NO_DATA = 'no-data';

/** What stood before, by subject: as the two kinds keep it. */
function isKept(kept: unknown): kept is Readonly<Record<string, string>> {
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept);
}

/** Puts what stood before back, subject by subject. */
async function putBack(
  kept: unknown,
  put: (ids: readonly string[], orderLine: string | null) => Promise<unknown>,
): Promise<void> {
  if (!isKept(kept)) return;
  for (const [id, line] of Object.entries(kept)) await put([id], line === '' ? null : line);
}

async function localItems(ctx: Context): Promise<readonly ListItem[]> {
  return (await listItems(ctx)).filter(({ list }) => list === 'local-list');
}

/** Items of the community's own list: they work at once; the order approves them. */
export const localListEffect: OrderEffectKind = {
  kind: LIST,
  title: { uk: 'Місцевий перелік наборів даних', en: 'Local list of datasets' },
  async describe(ctx, { subjectIds }) {
    const items = (await localItems(ctx)).filter(({ line }) => subjectIds.includes(line));
    const n = items.length;
    return {
      title: {
        uk: `Затвердити місцевий перелік: ${n} ${plural(n, 'пункт', 'пункти', 'пунктів')}`,
        en: `Approve the local list: ${n} ${pluralEnglish(n, 'item', 'items')}`,
      },
      clause:
        'Затвердити перелік наборів даних, які додатково підлягають оприлюдненню у формі відкритих даних, згідно з додатком.',
      annex: {
        title: 'Місцевий перелік наборів даних, які підлягають оприлюдненню у формі відкритих даних',
        heading: ['№', 'Назва набору', 'Що має бути в наборі'],
        rows: items.map(({ number, title, name }) => [String(number), title, name]),
      },
    };
  },
  makeLawful: (ctx, { subjectIds }, order) => approveLocalItems(ctx, subjectIds, orderInOneLine(order)),
  takeBack: (ctx, { kept }) => putBack(kept, (lines, order) => approveLocalItems(ctx, lines, order)),
  async endForce(ctx, { subjectIds }) {
    const left = (await localItems(ctx)).filter(({ line }) => subjectIds.includes(line));
    await approveLocalItems(ctx, subjectIds, null);
    return left.map(({ number, title }) => `Місцевий перелік, пункт ${number} «${title}»: без документа`);
  },
  async waiting(ctx) {
    const [items, known] = [await localItems(ctx), await ordersOfSubjects(ctx, LIST)];
    return items
      .filter(({ line, approvedBy }) => approvedBy === '' && !known.has(line))
      .map(({ line, number, title }) => ({ subjectId: line, title: `№ ${number}. ${title}`, due: null, named: '' }));
  },
};

/** «Не володіємо», «не застосовується»: the words hold until their review; an order gives them a ground. */
export const noDataEffect: OrderEffectKind = {
  kind: NO_DATA,
  title: { uk: 'Чому немає обов’язкових наборів', en: 'Why required datasets are not there' },
  async describe(ctx, { subjectIds }) {
    const decisions = (await namedDecisions(ctx)).filter(({ id }) => subjectIds.includes(id));
    const n = decisions.length;
    const { states } = requiredTexts.uk;
    return {
      title: {
        uk: `Визнати, що даних немає: ${n} ${plural(n, 'пункт', 'пункти', 'пунктів')}`,
        en: `State that there are no data: ${n} ${pluralEnglish(n, 'item', 'items')}`,
      },
      clause: 'Визначити набори даних, якими розпорядники не володіють або які не застосовуються, згідно з додатком.',
      annex: {
        title: 'Набори даних, якими розпорядники не володіють або які не застосовуються',
        heading: ['Пункт переліку', 'Розпорядник', 'Що саме', 'Причина', 'Наступний перегляд'],
        rows: decisions.map(({ item, unitName, decision }) => [
          `${item.section}, пункт ${item.number}: ${item.title}`,
          unitName,
          states[decision.kind],
          decision.reason,
          dayInWords(decision.nextReview, 'uk'),
        ]),
      },
    };
  },
  makeLawful: (ctx, { subjectIds }, order) => groundDecisions(ctx, subjectIds, orderInOneLine(order)),
  takeBack: (ctx, { kept }) => putBack(kept, (ids, order) => groundDecisions(ctx, ids, order)),
  async endForce(ctx, { subjectIds }) {
    const left = (await namedDecisions(ctx)).filter(({ id }) => subjectIds.includes(id));
    await groundDecisions(ctx, subjectIds, null);
    return left.map(({ item, unitName }) => `${unitName}, пункт ${item.number} «${item.title}»: без документа`);
  },
  async waiting(ctx) {
    const [decisions, known] = [await namedDecisions(ctx), await ordersOfSubjects(ctx, NO_DATA)];
    return decisions
      .filter(({ id }) => !known.has(id))
      .map(({ id, item, unitName, decision }) => ({
        subjectId: id,
        title: `${unitName}: ${item.title}`,
        due: decision.nextReview,
        named: decision.orderLine,
      }));
  },
};
