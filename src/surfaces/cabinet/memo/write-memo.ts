import { dayInWords } from '../../../language/dates.ts';
import { memoTexts } from '../../../locales/memo.ts';
import { DOCX_TYPE, type OfficeDocument, writeDocx } from '../../../platform/documents/index.ts';
import type { Visit } from '../../components/index.ts';
import type { ToldList } from './told-list.ts';

/** A службова записка with the list as a table, to be signed and sent the way the council sends its papers. */
export function memoOf(visit: Visit, list: ToldList): OfficeDocument {
  const texts = memoTexts[visit.language];
  const name = visit.person?.name ?? '';
  const day = dayInWords(visit.ctx.clock.now(), visit.language);
  return {
    title: texts.title,
    language: visit.language,
    addressee: [texts.to(list.unitName ?? texts.anyHead), texts.from(name)],
    parts: [
      { kind: 'paragraph', text: texts.asOf(day, list.about) },
      {
        kind: 'table',
        heading: [texts.number, ...list.columns],
        shares: [0.5, ...list.widths],
        rows: list.rows.map(({ cells }, at) => [String(at + 1), ...cells]),
      },
      { kind: 'paragraph', text: texts.ask },
      { kind: 'signature', post: texts.post, name },
      { kind: 'paragraph', text: day },
    ],
  };
}

/** The memo as a file to save. */
export async function sendMemo(visit: Visit, list: ToldList): Promise<Response> {
  const day = visit.ctx.clock.now().toISOString().slice(0, 10);
  return new Response(await writeDocx(memoOf(visit, list)), {
    headers: {
      'content-type': DOCX_TYPE,
      'content-disposition': `attachment; filename="zapyska-${day}.docx"`,
      'cache-control': 'private, no-store',
    },
  });
}
