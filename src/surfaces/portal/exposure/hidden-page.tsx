import type { Hiding } from '../../../capabilities/exposure/index.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { exposureTexts } from '../../../locales/exposure.ts';
import { DataTable, Empty, href, Page, type Visit } from '../../components/index.ts';

/** A dataset of the list: its title and the address of its page; null where it is not public any more. */
export type DatasetNames = ReadonlyMap<string, { readonly title: string; readonly address: string }>;

/** Every column that was ever hidden: which, how long, why, and what then. */
export function HiddenPage(props: { visit: Visit; hidings: readonly Hiding[]; names: DatasetNames }) {
  const { visit, hidings, names } = props;
  const { language } = visit;
  const texts = exposureTexts[language].hidden;
  const { columns } = texts;
  const dataset = (id: string) => {
    const found = names.get(id);
    return found ? <a href={href(visit, found.address)}>{found.title}</a> : texts.gone;
  };
  return (
    <Page visit={visit} title={texts.title}>
      <div class="stack-l">
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {hidings.length === 0 ? (
          <Empty title={texts.empty} />
        ) : (
          <DataTable
            caption={texts.title}
            captionUnseen
            listOnPhone
            rowHeaders
            columns={[columns.dataset, columns.column, columns.from, columns.until, columns.why, columns.ended].map(
              (title) => ({ title }),
            )}
            rows={hidings.map((hiding) => [
              dataset(hiding.datasetId),
              hiding.columnTitle,
              dateTimeInWords(hiding.beganAt, language),
              hiding.until ? dateTimeInWords(hiding.until, language) : texts.decision,
              texts.why(hiding.reporters, hiding.detector, hiding.by !== ''),
              outcomeOf(visit, hiding),
            ])}
          />
        )}
      </div>
    </Page>
  );
}

function outcomeOf(visit: Visit, { endedAt, ending, until, keptReason }: Hiding): string {
  const texts = exposureTexts[visit.language].hidden;
  if (endedAt) return ending === 'term' ? texts.term : texts.shown;
  return until === null ? texts.kept(keptReason) : texts.now;
}
