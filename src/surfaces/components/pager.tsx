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

/** Links to the other pages of a list; nothing where there is only one. */
export function Pager(props: {
  visit: { readonly language: Language };
  /** 1-based. */
  page: number;
  pages: number;
  hrefFor: (page: number) => string;
}) {
  const { visit, page, pages, hrefFor } = props;
  if (pages <= 1) return null;
  const texts = componentsTexts[visit.language].pager;
  return (
    <nav class="pager" aria-label={texts.label}>
      {page > 1 && (
        <a href={hrefFor(page - 1)} rel="prev">
          <Icon name="back" />
          {texts.previous}
        </a>
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
                <a href={hrefFor(one)}>
                  <span class="unseen">{texts.page} </span>
                  {one}
                </a>
              )}
            </li>
          ),
        )}
      </ol>
      {page < pages && (
        <a href={hrefFor(page + 1)} rel="next">
          {texts.next}
          <Icon name="next" />
        </a>
      )}
    </nav>
  );
}
