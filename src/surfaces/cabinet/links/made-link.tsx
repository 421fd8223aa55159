import { type LinkPerson, linkPath, type MadeLink } from '../../../capabilities/links/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { linksTexts } from '../../../locales/links.ts';
import { Field, faultOf, Notice, Snippet, type Visit } from '../../components/index.ts';

/** A link that was just given: its address and code are shown now and never again. */
export function Made({ visit, made: { link, code } }: { visit: Visit; made: MadeLink }) {
  const texts = linksTexts[visit.language].give;
  return (
    <div class="stack">
      <Notice kind="good" title={texts.made} language={visit.language} live>
        {link.person.email && visit.ctx.mail.leaves && `${texts.sent(link.person.email)} `}
        {texts.madeLead}
      </Notice>
      <Snippet label={texts.address} code={`${visit.origin}${linkPath(code)}`} language={visit.language} />
      <Snippet label={texts.code} code={code} language={visit.language} />
    </div>
  );
}

/** Who a link is for, and how long it works: the fields of every form that gives one. */
export function PersonFields(props: {
  visit: Visit;
  typed: Readonly<Record<string, string>>;
  days: number;
  error: RequestError | null;
}) {
  const { visit, typed, days, error } = props;
  const texts = linksTexts[visit.language].give;
  const field = (name: string, value = '') => ({
    name,
    value: typed[name] ?? value,
    error: faultOf(error?.fields ?? [], name, visit.language),
  });
  return (
    <>
      <Field label={texts.name} {...field('name')} maxLength={200} />
      <Field label={texts.post} {...field('post')} maxLength={200} />
      <Field label={texts.email} hint={texts.emailHint} {...field('email')} type="email" autocomplete="off" />
      <Field label={texts.days} {...field('days', String(days))} type="number" min={1} max={60} />
    </>
  );
}

/** What those fields say. */
export function personOf(text: (name: string) => string): { person: LinkPerson; days?: number } {
  const days = Number.parseInt(text('days'), 10);
  return {
    person: { name: text('name'), post: text('post'), email: text('email') },
    ...(Number.isFinite(days) && days > 0 ? { days } : {}),
  };
}
