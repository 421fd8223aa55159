import { componentsTexts } from '../../locales/components.ts';
import { searchTexts } from '../../locales/search.ts';
import { Icon } from './icons.tsx';
import { href, type Visit } from './visit.ts';

/** Search over the catalog: a GET form that works everywhere; with scripts it suggests while one types (island `suggest`). `keep` are choices to carry along. */
export function SearchBox(props: {
  visit: Pick<Visit, 'language'>;
  value?: string;
  large?: boolean;
  /** Distinguishes two boxes on one page. */
  id?: string;
  keep?: readonly (readonly [name: string, value: string])[];
}) {
  const { visit, value = '', large, id = 'search', keep = [] } = props;
  const texts = componentsTexts[visit.language].search;
  return (
    <search>
      <form class={large ? 'search-box search-box-large' : 'search-box'} action={href(visit, '/datasets')} method="get">
        <label class="unseen" for={id}>
          {texts.label}
        </label>
        <input
          class="input"
          id={id}
          name="q"
          type="search"
          value={value}
          placeholder={texts.placeholder}
          autocomplete="off"
          enterkeyhint="search"
          data-suggest={href(visit, '/suggest')}
          data-suggest-label={searchTexts[visit.language].suggestions.label}
        />
        {keep.map(([name, kept]) => (
          <input key={name} type="hidden" name={name} value={kept} />
        ))}
        <button class="button button-primary" type="submit">
          <Icon name="search" />
          <span class="button-word">{texts.submit}</span>
        </button>
      </form>
    </search>
  );
}
