import type { ComponentChildren } from 'preact';
import { findMandateDeed, type MandateDeed } from '../../../capabilities/mandates/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { requiredTexts } from '../../../locales/required.ts';
import { requiredStaffTexts } from '../../../locales/required-staff.ts';
import { Breadcrumbs, Button, CabinetPage, href, Notice, Tabs, type Visit } from '../../components/index.ts';
import { goTo, type PageContext } from '../accounts/posted-form.ts';

export const HOME = '/cabinet/city/required';

/** What was done just now, told above the page. */
export interface Told {
  readonly deed: MandateDeed | null;
  readonly error: RequestError | null;
}

/** Reads what the address says was done. */
export async function toldOf(visit: Visit, error: RequestError | null = null): Promise<Told> {
  const done = visit.query.get('done');
  return { deed: done && !error ? await findMandateDeed(visit.ctx, done) : null, error };
}

/** Back to a page after a deed, which tells what was done and offers to take it back. */
export function goBack(c: PageContext, path: string, deed: MandateDeed | null): Response {
  return goTo(c, `${path}?${deed ? `done=${deed.id}` : 'nothing=1'}`);
}

/** What came of the deed just done, with a button to undo it. */
export function Outcome({ visit, told }: { visit: Visit; told: Told }) {
  const texts = requiredStaffTexts[visit.language];
  const { language, query } = visit;
  const left = Number(query.get('undone') ?? '-1');
  const { deed, error } = told;
  return (
    <>
      {error && <Notice kind="error" title={inLanguage(error.text, language)} language={language} live />}
      {query.has('nothing') && <Notice kind="info" title={texts.nothing} language={language} live />}
      {left >= 0 && (
        <Notice kind="good" title={left > 0 ? texts.undoneLeft(left) : texts.undone} language={language} live />
      )}
      {deed && deed.undoneAt === null && (
        <Notice kind="good" title={texts.done[deed.kind](deed.steps.length)} language={language} live>
          <form method="post" action={href(visit, `${HOME}/undo/${deed.id}`)}>
            <input type="hidden" name="back" value={visit.path} />
            <Button kind="secondary">{texts.undo}</Button>
          </form>
        </Notice>
      )}
    </>
  );
}

const TABS = [
  ['list', HOME],
  ['matrix', `${HOME}/matrix`],
  ['answers', `${HOME}/answers`],
  ['duties', `${HOME}/duties`],
  ['lists', `${HOME}/lists`],
] as const;

/** The page's frame: the heading, the parts of this section, what was done. */
export function RequiredFrame(props: {
  visit: Visit;
  told: Told;
  part: (typeof TABS)[number][0];
  title: string;
  lead?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { visit, told, part, title, lead, children } = props;
  const texts = requiredStaffTexts[visit.language].tabs;
  return (
    <CabinetPage visit={visit} title={title} wide>
      <div class="stack-l">
        <div class="stack">
          <h1>{title}</h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        <Tabs
          label={texts.label}
          items={TABS.map(([name, path]) => ({ label: texts[name], href: href(visit, path), current: name === part }))}
        />
        <Outcome visit={visit} told={told} />
        {children}
      </div>
    </CabinetPage>
  );
}

/** The frame of one item's page. */
export function ItemFrame(props: {
  visit: Visit;
  told: Told;
  title: string;
  number: number;
  children: ComponentChildren;
}) {
  const { visit, told, title, number, children } = props;
  const texts = requiredTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={title} wide>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.title, href: href(visit, HOME) }, { label: texts.item.number(number) }]}
        />
        <h1 lang="uk">{title}</h1>
        <Outcome visit={visit} told={told} />
        {children}
      </div>
    </CabinetPage>
  );
}
