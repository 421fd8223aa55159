import type { ImportLine, ImportProgress } from '../../../capabilities/exchange/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { exchangeTexts } from '../../../locales/exchange.ts';
import { Button, href, Notice, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { DonePart } from './done-part.tsx';
import { BASE, Frame } from './frame.tsx';
import { StartPart, type StartView } from './start-part.tsx';
import { CarryingPart, LookingPart, WhichPart } from './working-part.tsx';

export interface ImportView {
  readonly progress: ImportProgress;
  /** Those that were carried over. */
  readonly carried: readonly ImportLine[];
  readonly start: StartView;
  readonly differences: number;
  readonly form: FormState;
}

/** One import, wherever it stands. */
export function ImportPage({ visit, view }: { visit: Visit; view: ImportView }) {
  const texts = exchangeTexts[visit.language];
  const { progress, carried, form, start } = view;
  const { one } = progress;
  const [title, lead] = heading(view, visit);
  const works = one.state === 'looking' || one.state === 'working';
  return (
    <Frame visit={visit} title={title} lead={lead} trail={[{ label: one.question }]} reload={works ? 3 : undefined}>
      <Refusal visit={visit} error={form.error} />
      {one.trouble && (
        <Notice kind="error" title={inLanguage(one.trouble.text, visit.language)} language={visit.language} />
      )}
      {one.state === 'looking' && <LookingPart visit={visit} progress={progress} />}
      {one.state === 'which' && <WhichPart visit={visit} progress={progress} />}
      {(one.state === 'working' || one.state === 'paused') && <CarryingPart visit={visit} progress={progress} />}
      {one.state === 'failed' && (
        <form method="post" action={href(visit, `${BASE}/${one.id}/look`)}>
          <Button>{texts.failed.again}</Button>
        </form>
      )}
      {(one.state === 'found' || one.state === 'done') && start.lines.length > 0 && (
        <>
          {one.state === 'done' && <h2>{texts.found.titleNew(start.lines.length)}</h2>}
          <StartPart visit={visit} view={start} />
        </>
      )}
      {one.state === 'done' && <DonePart visit={visit} one={one} lines={carried} differences={view.differences} />}
    </Frame>
  );
}

function heading({ progress: { one }, carried, start }: ImportView, { language }: Visit): [string, string] {
  const texts = exchangeTexts[language];
  const where = `${one.organizations.length === 1 ? `${one.organizations[0]?.title}, ` : ''}${new URL(one.portal).host}`;
  const lookedAt = one.lookedAt ? texts.done.lookedAt(dateTimeInWords(one.lookedAt, language)) : '';
  const facts = [where, lookedAt].filter(Boolean).join('. ');
  switch (one.state) {
    case 'looking':
      return [texts.looking.title, texts.looking.lead];
    case 'which':
      return [texts.which.title, where];
    case 'found':
      return [texts.found.title(start.lines.length), facts];
    case 'working':
      return [texts.working.title, texts.working.lead];
    case 'paused':
      return [texts.working.paused, facts];
    case 'done':
      return [texts.done.title(carried.length), facts];
    case 'failed':
      return [`${texts.title}: ${texts.states.failed}`, where];
  }
}
