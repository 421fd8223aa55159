import type { Unit } from '../../../capabilities/accounts/index.ts';
import {
  type RegisterFilter,
  type RegisterLine,
  WAY_DONE,
  WAYS,
  whoAndWhen,
  wordsOfDecisionMade,
} from '../../../capabilities/privacy/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { type Paged, pageCount } from '../../../kernel/paging.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { privacyReportTexts } from '../../../locales/privacy-report.ts';
import {
  Button,
  CabinetPage,
  Choice,
  DataTable,
  Empty,
  Field,
  href,
  LinkButton,
  Pager,
  type Visit,
} from '../../components/index.ts';
import { CityTrail } from '../city/city-trail.tsx';

export const REGISTER = '/cabinet/city/personal-data';

interface RegisterProps {
  readonly visit: Visit;
  readonly found: Paged<RegisterLine>;
  readonly filter: RegisterFilter;
  readonly units: readonly Unit[];
}

/** The register of decisions: what was decided on which column, on what ground, by whom. */
export function RegisterPage(props: RegisterProps) {
  const { visit, found, filter } = props;
  const texts = privacyReportTexts[visit.language].register;
  const asked = Object.keys(filter).length > 0;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <CityTrail visit={visit} place={texts.title} path={REGISTER} />
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {(found.total > 0 || asked) && <FilterForm {...props} />}
        {found.total === 0 ? (
          <Empty title={asked ? texts.none : texts.empty}>
            <p>{asked ? <a href={href(visit, REGISTER)}>{texts.all}</a> : texts.emptyHint}</p>
          </Empty>
        ) : (
          <Lines {...props} />
        )}
      </div>
    </CabinetPage>
  );
}

function FilterForm({ visit, filter, units }: RegisterProps) {
  const texts = privacyReportTexts[visit.language].register;
  return (
    <form class="form" method="get" action={href(visit, REGISTER)}>
      <Field
        label={texts.unit}
        name="unit"
        value={filter.unitId ?? ''}
        options={[{ value: '', label: texts.anyUnit }, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Field
        label={texts.way}
        name="way"
        value={filter.way ?? ''}
        options={[
          { value: '', label: texts.anyWay },
          ...WAYS.map((way) => ({ value: way, label: inLanguage(WAY_DONE[way], visit.language) })),
        ]}
      />
      <Field
        label={texts.state}
        name="state"
        value={filter.state ?? ''}
        options={[
          { value: '', label: texts.anyState },
          ...(['made', 'waiting', 'undone'] as const).map((state) => ({ value: state, label: texts.states[state] })),
        ]}
      />
      <Choice name="due" value="1" label={texts.due} checked={filter.due === true} />
      <div>
        <Button kind="secondary">{texts.show}</Button>
      </div>
    </form>
  );
}

function Lines({ visit, found }: RegisterProps) {
  const texts = privacyReportTexts[visit.language].register;
  const { columns } = texts;
  const address = (page: number) => {
    const query = new URLSearchParams(visit.query);
    query.set('page', String(page));
    return href(visit, `${REGISTER}?${query}`);
  };
  const file = new URLSearchParams(visit.query);
  file.delete('page');
  return (
    <section class="stack">
      <div class="row">
        <p>{texts.found(found.total)}</p>
        <LinkButton href={href(visit, `${REGISTER}.csv?${file}`)}>{texts.csv}</LinkButton>
      </div>
      <DataTable
        caption={texts.title}
        captionUnseen
        listOnPhone
        columns={[columns.dataset, columns.column, columns.decision, columns.ground, columns.who, columns.state].map(
          (title) => ({ title }),
        )}
        rows={found.items.map((line) => lineOf(visit, line))}
      />
      <Pager visit={visit} page={found.page} pages={pageCount(found)} hrefFor={address} />
    </section>
  );
}

function lineOf(visit: Visit, line: RegisterLine) {
  const texts = privacyReportTexts[visit.language].register;
  const { done, ground } = wordsOfDecisionMade(line, visit.language);
  const day = (at: Date) => dayInWords(dayOf(at), visit.language);
  return [
    <a key="dataset" href={href(visit, `/cabinet/datasets/${line.datasetId}/privacy/report`)}>
      {line.datasetTitle}
    </a>,
    line.columnTitle,
    done,
    ground,
    whoAndWhen(line.decidedBy, line.decidedAt, visit.language),
    <>
      {texts.states[line.state]}
      {line.undoneAt && line.undoneBy && (
        <>
          <br />
          <span class="soft small">{texts.undoneBy(line.undoneBy, day(line.undoneAt))}</span>
        </>
      )}
    </>,
  ];
}
