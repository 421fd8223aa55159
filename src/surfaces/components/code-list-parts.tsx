import type { ComponentChildren } from 'preact';
import { dayInWords } from '../../language/dates.ts';
import { codeListTexts } from '../../locales/code-lists.ts';
import { Button } from './button.tsx';
import { DataTable } from './data-table.tsx';
import { Field } from './field.tsx';
import type { Visit } from './visit.ts';

interface ShownCode {
  readonly code: string;
  readonly name: string;
  readonly category?: string;
  readonly retiredOn: string | null;
}

/**
 * Codes of a list with their names; a column of categories where the list has them.
 * @param props.inUse what stands beside a code that is in use; absent: the word for it
 */
export function CodesTable(props: {
  visit: Visit;
  title: string;
  codes: readonly ShownCode[];
  inUse?: (code: string) => ComponentChildren;
}) {
  const { visit, title, codes } = props;
  const texts = codeListTexts[visit.language];
  const { inUse = () => texts.inUse } = props;
  const sorted = codes.some(({ category }) => category !== undefined);
  return (
    <DataTable
      caption={title}
      captionUnseen
      columns={[
        { title: texts.code, tight: true },
        { title: texts.name },
        ...(sorted ? [{ title: texts.category }] : []),
        { title: texts.state },
      ]}
      rows={codes.map(({ code, name, retiredOn, category }) => [
        <code key="code">{code}</code>,
        name,
        ...(sorted ? [category ?? ''] : []),
        retiredOn ? <span class="soft">{texts.retiredOn(dayInWords(retiredOn, visit.language))}</span> : inUse(code),
      ])}
    />
  );
}

/** Finding codes by words in a long list. */
export function CodeSearch({ visit, action, words }: { visit: Visit; action: string; words: string }) {
  const texts = codeListTexts[visit.language];
  return (
    <search>
      <form class="row" method="get" action={action}>
        <Field label={texts.find} name="q" type="search" value={words} />
        <Button kind="secondary">{texts.findButton}</Button>
      </form>
    </search>
  );
}
