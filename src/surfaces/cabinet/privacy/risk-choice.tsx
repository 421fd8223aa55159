import { MOST_RISK_COLUMNS, type RiskChoice } from '../../../capabilities/privacy/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { riskTexts } from '../../../locales/risk.ts';
import { Button, Choice, ChoiceGroup, href, type Visit } from '../../components/index.ts';
import type { TableView } from './privacy-view.ts';

interface ChoiceProps {
  readonly visit: Visit;
  readonly table: TableView;
  /** What somebody chose; null: the columns were taken by the system. */
  readonly choice: RiskChoice | null;
}

/** By which columns it is counted whether a person is told, folded: those of the table; remembered for the files to come. */
export function RiskChoiceForm({ visit, table, choice }: ChoiceProps) {
  const texts = riskTexts[visit.language].choice;
  const { reading, resource } = table;
  const { mended } = reading;
  if (mended === null || !table.mayEdit) return null;
  const titles = mended.headers.filter((_, at) => !mended.removedColumns.includes(at));
  const counted = new Set(mended.risk?.columns);
  const action = href(visit, `/cabinet/datasets/${reading.datasetId}/privacy/risk`);
  return (
    <>
      {choice && (
        <form class="row" method="post" action={action}>
          <input type="hidden" name="resource" value={resource.id} />
          <span class="soft small">
            {texts.by} {choice.chosenBy}, {dayInWords(choice.chosenAt, visit.language)}
          </span>
          <Button kind="quiet">{texts.usual}</Button>
        </form>
      )}
      <details>
        <summary>
          {mended.risk ? texts.title : texts.titleFirst}
          <span class="unseen">: {resource.title}</span>
        </summary>
        <form class="form" method="post" action={action}>
          <input type="hidden" name="resource" value={resource.id} />
          <ChoiceGroup
            legend={texts.legend}
            hint={texts.hint(MOST_RISK_COLUMNS)}
            name="column"
            within={`${resource.id}-risk`}
          >
            {titles.map((title) => (
              <Choice key={title} name="column" value={title} label={title} checked={counted.has(title)} />
            ))}
          </ChoiceGroup>
          <Button kind="secondary">{texts.button}</Button>
        </form>
      </details>
    </>
  );
}
