import type { ListedDataset } from '../../../capabilities/catalog/index.ts';
import { requiredTexts } from '../../../locales/required.ts';
import { requiredStaffTexts } from '../../../locales/required-staff.ts';
import { href, Notice, type Visit } from '../../components/index.ts';
import {
  RequiredBar,
  RequiredFilter,
  RequiredList,
  requiredParameters,
  type ShownRequired,
} from '../../components/required/index.ts';
import { HOME, RequiredFrame, type Told } from './frame.tsx';

/** Names of datasets with a ground nobody knows that are told; the rest waits its turn. */
const MOST_STRANGERS = 20;

/** All items for the staff. */
export function ListPage({ visit, shown, told }: { visit: Visit; shown: ShownRequired; told: Told }) {
  const all = requiredTexts[visit.language];
  const texts = requiredStaffTexts[visit.language];
  const { counts, strangers } = shown.view;
  return (
    <RequiredFrame
      visit={visit}
      told={told}
      part="list"
      title={all.heading(counts.present, counts.applicable)}
      lead={shown.unitName ? all.leadUnit(shown.unitName) : texts.lead}
    >
      <RequiredBar visit={visit} counts={counts} />
      {counts.unassigned > 0 && (
        <Notice kind="attention" title={texts.nobodyYet(counts.unassigned)} language={visit.language}>
          <a href={href(visit, `${HOME}/duties`)}>{texts.nobodyLink}</a>
        </Notice>
      )}
      <RequiredFilter visit={visit} shown={shown} path={HOME} />
      <RequiredList visit={visit} shown={shown} path={`${HOME}/items`} />
      <Strangers visit={visit} datasets={strangers} />
      <p class="row">
        <span class="soft">{all.take}</span>
        <a href={href(visit, `${HOME}/list.csv${requiredParameters(shown.query)}`)}>{all.csv}</a>
        <a href={href(visit, '/open-data/required')}>{texts.publicPage}</a>
      </p>
    </RequiredFrame>
  );
}

function Strangers({ visit, datasets }: { visit: Visit; datasets: readonly ListedDataset[] }) {
  const texts = requiredStaffTexts[visit.language];
  if (datasets.length === 0) return null;
  return (
    <Notice kind="attention" title={texts.strangers} language={visit.language}>
      <p>{texts.strangersLead}</p>
      <ul>
        {datasets.slice(0, MOST_STRANGERS).map(({ id, title }) => (
          <li key={id}>
            <a href={href(visit, `/cabinet/datasets/${id}/passport?open=ground`)}>{title}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
