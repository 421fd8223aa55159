import { requiredTexts } from '../../../locales/required.ts';
import { href, Page, type Visit } from '../../components/index.ts';
import {
  RequiredBar,
  RequiredFilter,
  RequiredList,
  requiredParameters,
  type ShownRequired,
} from '../../components/required/index.ts';

export const REQUIRED_PATH = '/open-data/required';

/** What the community must publish, what of it is there, and what is not, and why. */
export function RequiredPage({ visit, shown }: { visit: Visit; shown: ShownRequired }) {
  const texts = requiredTexts[visit.language];
  const { view, query, unitName } = shown;
  const { lists, counts } = view;
  const edition = lists.editions.find(({ list, state }) => list === 'resolution-835' && state === 'current');
  const local = lists.items.filter(({ list }) => list === 'local-list').length;
  const heading = texts.heading(counts.present, counts.applicable);
  const files = requiredParameters({ unit: query.unit });
  return (
    <Page visit={visit} title={heading} description={texts.lead}>
      <h1>{heading}</h1>
      <p class="lead page-lead">{unitName ? texts.leadUnit(unitName) : texts.lead}</p>
      <div class="stack-l">
        <RequiredBar visit={visit} counts={counts} />
        <p class="soft small">{texts.lists(edition?.title ?? '', local)}</p>
        <RequiredFilter visit={visit} shown={shown} path={REQUIRED_PATH} />
        <RequiredList visit={visit} shown={shown} path={REQUIRED_PATH} />
        <p class="row">
          <span class="soft">{texts.take}</span>
          <a href={href(visit, `${REQUIRED_PATH}.csv${files}`)}>{texts.csv}</a>
          <a href={`/api/1/required${files}`}>{texts.json}</a>
        </p>
      </div>
    </Page>
  );
}
