import { searchTexts } from '../../../locales/search.ts';
import { Chips, href, LinkButton, type Visit } from '../../components/index.ts';
import { narrowing, searchHref } from './search-address.ts';
import type { SearchView } from './search-facets.tsx';

/** No result: what was understood, near questions that have answers, ways on. */
export function NothingFound({ visit, view }: { visit: Visit; view: SearchView }) {
  const texts = searchTexts[visit.language];
  const { state, found } = view;
  const narrowed = narrowing(state).length > 0;
  const literal = state.exact === '1';
  return (
    <div class="nothing stack-l">
      {state.q && <p>{literal ? texts.understoodLiterally(state.q) : texts.understood(state.q)}</p>}
      {found.missing.length > 0 && found.missing.length < state.q.split(/\s+/).length && (
        <p>{texts.missing(found.missing)}</p>
      )}
      {found.near.length > 0 && (
        <section class="stack">
          <h2>{texts.near}</h2>
          <Chips items={found.near.map((q) => ({ label: q, href: searchHref(visit, { q }) }))} label={texts.near} />
        </section>
      )}
      <section class="stack">
        <h2>{texts.wayOut}</h2>
        {narrowed && <p>{texts.withoutConditions}</p>}
        {state.q.split(/\s+/).length > 2 && <p>{texts.wayOutFewer}</p>}
        <p class="row">
          {narrowed && (
            <LinkButton href={searchHref(visit, { q: state.q, exact: state.exact })}>{texts.clear}</LinkButton>
          )}
          {literal && (
            <LinkButton href={searchHref(visit, { ...state, exact: '', page: 1 })}>{texts.wayOutNotLiteral}</LinkButton>
          )}
          <LinkButton kind="secondary" href={href(visit, '/datasets')}>
            {texts.wayOutAll}
          </LinkButton>
        </p>
      </section>
      {state.q && !narrowed && (
        <section class="stack">
          <h2>{texts.propose}</h2>
          <p>{texts.proposeLead}</p>
          <p>
            <LinkButton
              kind="secondary"
              href={href(visit, `/messages/new?${new URLSearchParams({ kind: 'proposal', q: state.q })}`)}
            >
              {texts.propose}
            </LinkButton>
          </p>
        </section>
      )}
    </div>
  );
}
