import { fillForm } from '../../../capabilities/documents/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { memoTexts } from '../../../locales/memo.ts';
import { DOCX_TYPE, type DocumentData } from '../../../platform/documents/index.ts';
import { ownFile, type Visit } from '../../components/index.ts';
import { memoForm } from './memo-form.ts';
import type { ToldList } from './told-list.ts';

/** A службова записка with the list as a table, to be signed and sent the way the council sends its papers. */
function memoOf(visit: Visit, list: ToldList): DocumentData {
  const texts = memoTexts[visit.language];
  const name = visit.person?.name ?? '';
  const day = dayInWords(visit.ctx.clock.now(), visit.language);
  return {
    title: texts.title,
    to: texts.to(list.unitName ?? texts.anyHead),
    from: texts.from(name),
    about: texts.asOf(day, list.about),
    list: {
      heading: [texts.number, ...list.columns],
      shares: [0.5, ...list.widths],
      rows: list.rows.map(({ cells }, at) => [String(at + 1), ...cells]),
    },
    ask: texts.ask,
    post: texts.post,
    name,
    day,
  };
}

/** The memo as a file to save, by the city's template. */
export async function sendMemo(visit: Visit, list: ToldList): Promise<Response> {
  const day = visit.ctx.clock.now().toISOString().slice(0, 10);
  return ownFile(
    await fillForm(visit.ctx, memoForm, memoOf(visit, list), visit.language),
    DOCX_TYPE,
    `zapyska-${day}.docx`,
  );
}
