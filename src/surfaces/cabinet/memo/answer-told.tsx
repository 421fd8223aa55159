import type { Context as HonoContext } from 'hono';
import { memoTexts } from '../../../locales/memo.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { TextPage } from './text-page.tsx';
import type { ToldList } from './told-list.ts';
import { sendMemo } from './write-memo.ts';

/** The address of this list in another form, or (null) as the page it is. */
function addressAs(visit: Visit, form: 'memo' | 'text' | null): string {
  const query = new URLSearchParams(visit.query);
  query.delete('as');
  if (form) query.set('as', form);
  const text = query.toString();
  return `${href(visit, visit.path)}${text ? `?${text}` : ''}`;
}

/** The list of this page as a memo or as words for a messenger, where its address asks for one (`as=memo`, `as=text`); null: as a page. */
export async function answerTold(
  c: HonoContext<SurfaceEnv>,
  visit: Visit,
  list: () => ToldList,
): Promise<Response | null> {
  const form = visit.query.get('as');
  if (form === 'memo') return sendMemo(visit, list());
  if (form !== 'text') return null;
  return renderPage(c, <TextPage visit={visit} list={list()} back={addressAs(visit, null)} />);
}

/** Ways to take the list of this page to people outside the cabinet. */
export function ToldLinks({ visit }: { visit: Visit }) {
  const texts = memoTexts[visit.language].links;
  return (
    <p class="row">
      <a href={addressAs(visit, 'memo')} download>
        {texts.memo}
      </a>
      <a href={addressAs(visit, 'text')}>{texts.text}</a>
    </p>
  );
}
