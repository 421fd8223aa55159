import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { HolderLine, Import, ImportLine } from '../../../capabilities/exchange/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { exchangeTexts } from '../../../locales/exchange.ts';
import { Button, Choice, DataTable, href, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { BASE } from './frame.tsx';

export interface StartView {
  readonly one: Import;
  /** Datasets that were found and not taken yet. */
  readonly lines: readonly ImportLine[];
  readonly holders: readonly HolderLine[];
  readonly units: readonly Unit[];
  readonly form: FormState;
  /** Ids ticked before a refusal; null: none was refused, all are ticked. */
  readonly ticked: readonly string[] | null;
}

/** What to take and whose it becomes: one form. */
export function StartPart({ visit, view }: { visit: Visit; view: StartView }) {
  const texts = exchangeTexts[visit.language].found;
  const { one, lines, holders, form } = view;
  const mends = form.error === null || form.values.mend === 'on';
  return (
    <form class="stack-l" method="post" action={href(visit, `${BASE}/${one.id}/start`)}>
      <div class="stack">
        <h2>{texts.holders}</h2>
        <p>{texts.holdersHint}</p>
        <DataTable
          caption={texts.holders}
          captionUnseen
          rowHeaders
          columns={[{ title: texts.holder }, { title: texts.count, align: 'end' }, { title: texts.unit }]}
          rows={holders.map((line, at) => [
            line.holder || texts.nobody,
            line.datasets,
            <UnitChoice key={at} visit={visit} view={view} line={line} at={at} />,
          ])}
        />
      </div>
      <Choice name="mend" value="on" label={texts.mend} hint={texts.mendHint} checked={mends} />
      <div class="row">
        <Button>{texts.start(lines.length)}</Button>
      </div>
      <div class="stack">
        <h2>{texts.list}</h2>
        <p>{texts.listHint}</p>
        <Lines visit={visit} view={view} />
      </div>
    </form>
  );
}

function UnitChoice(props: { visit: Visit; view: StartView; line: HolderLine; at: number }) {
  const { visit, view, line, at } = props;
  const texts = exchangeTexts[visit.language].found;
  const given = view.form.values[`unit-${at}`];
  const chosen = given ?? line.unitId ?? (line.holder === '' ? '' : 'new');
  return (
    <>
      <input type="hidden" name={`holder-${at}`} value={line.holder} />
      <select class="input" name={`unit-${at}`} aria-label={texts.unitOf(line.holder || texts.nobody)}>
        <option value="" selected={chosen === ''}>
          {texts.choose}
        </option>
        {line.holder !== '' && (
          <option value="new" selected={chosen === 'new'}>
            {texts.make(line.holder)}
          </option>
        )}
        {view.units.map(({ id, name }) => (
          <option key={id} value={id} selected={chosen === id}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}

function Lines({ visit, view }: { visit: Visit; view: StartView }) {
  const texts = exchangeTexts[visit.language].found;
  const { lines, ticked } = view;
  return (
    <DataTable
      caption={texts.list}
      captionUnseen
      columns={[
        { title: texts.tick, align: 'center' },
        { title: texts.name },
        { title: texts.holder },
        { title: texts.filesThere, align: 'end' },
        { title: texts.changed, tight: true },
      ]}
      rows={lines.map((line) => [
        <input
          key={line.id}
          type="checkbox"
          name="item"
          value={line.id}
          checked={ticked === null || ticked.includes(line.id)}
          aria-label={`${texts.tick}: ${line.title}`}
        />,
        line.title,
        line.holder || texts.nobody,
        line.filesThere,
        line.changedThereAt === '' ? '' : dayInWords(new Date(line.changedThereAt), visit.language),
      ])}
    />
  );
}
