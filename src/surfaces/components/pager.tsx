import type { ComponentChildren } from 'preact';
import type { Language } from '../../kernel/text.ts';
import { componentsTexts } from '../../locales/components.ts';
import { Icon } from './icons.tsx';

/** Pages to show: the first, the last, and those about the present one; null is a gap. */
export function shownPages(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const sorted = [...new Set(near)].sort((one, other) => one - other);
  return sorted.flatMap((one, index) => {
    const before = sorted[index - 1];
    if (before === undefined || one - before === 1) return [one];
    return one - before === 2 ? [one - 1, one] : [null, one];
  });
}

/** A way to another page: a link, or a button that sends the form first, where leaving would lose what is typed in it. */
function Way(props: {
  page: number;
  rel?: 'prev' | 'next';
  sends?: string;
  hrefFor: (page: number) => string;
  children: ComponentChildren;
}) {
  const { page, rel, sends, hrefFor, children } = props;
  if (sends === undefined)
    return (
      <a href={hrefFor(page)} {...(rel ? { rel } : {})}>
        {children}
      </a>
    );
  return (
    <button type="submit" form={sends} name="to-page" value={page}>
      {children}
    </button>
  );
}

/** Links to the other pages of a list; nothing where there is only one. */
export function Pager(props: {
  visit: { readonly language: Language };
  /** 1-based. */
  page: number;
  pages: number;
  hrefFor: (page: number) => string;
  /** Id of a form to send on the way: it gets `to-page`. */
  sends?: string;
}) {
  const { visit, page, pages, hrefFor, sends } = props;
  const way = { hrefFor, ...(sends === undefined ? {} : { sends }) };
  if (pages <= 1) return null;
  const texts = componentsTexts[visit.language].pager;
  return (
    <nav class="pager" aria-label={texts.label}>
      {page > 1 && (
        <Way page={page - 1} rel="prev" {...way}>
          <Icon name="back" />
          {texts.previous}
        </Way>
      )}
      <ol>
        {shownPages(page, pages).map((one, index) =>
          one === null ? (
            <li key={`gap${index}`} class="pager-gap" aria-hidden="true">
              …
            </li>
          ) : (
            <li key={one}>
              {one === page ? (
                <span class="pager-here" aria-current="page">
                  <span class="unseen">{texts.page} </span>
                  {one}
                </span>
              ) : (
                <Way page={one} {...way}>
                  <span class="unseen">{texts.page} </span>
                  {one}
                </Way>
              )}
            </li>
          ),
        )}
      </ol>
      {page < pages && (
        <Way page={page + 1} rel="next" {...way}>
          {texts.next}
          <Icon name="next" />
        </Way>
      )}
    </nav>
  );
}
