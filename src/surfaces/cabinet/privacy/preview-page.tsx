import type { Dataset } from '../../../capabilities/catalog/index.ts';
import type { Hiding, HidingPreview } from '../../../capabilities/privacy/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { privacyTexts } from '../../../locales/privacy.ts';
import { describeProtection } from '../../../tabular/index.ts';
import { Button, DataTable, href, LinkButton, type Visit } from '../../components/index.ts';
import { WalkPage } from '../walk/walk-frame.tsx';
import { hidingValue } from './privacy-form.ts';

interface PreviewProps {
  readonly visit: Visit;
  readonly dataset: Dataset;
  readonly resourceId: string;
  readonly column: string;
  readonly hiding: Hiding;
  readonly preview: HidingPreview;
}

/** The first cells of a column before and after, with the button that decides so. */
export function PreviewPage({ visit, dataset, resourceId, column, hiding, preview }: PreviewProps) {
  const texts = privacyTexts[visit.language];
  const page = href(visit, `/cabinet/datasets/${dataset.id}/privacy`);
  return (
    <WalkPage visit={visit} step="privacy" title={texts.previewTitle(column)} place={{ datasetId: dataset.id }}>
      <p class="lead">
        {texts.do[hiding.way]}: {inLanguage(describeProtection(hiding.step), visit.language)}.
      </p>
      {preview.wholeTable && <p>{texts.previewWhole}</p>}
      {preview.removed && <p>{texts.previewRemoved}</p>}
      {!preview.wholeTable && !preview.removed && (
        <DataTable
          caption={texts.previewCaption}
          captionUnseen
          rowHeaders
          columns={[
            { title: texts.previewColumns.row, align: 'end', tight: true },
            { title: texts.previewColumns.before },
            { title: texts.previewColumns.after },
          ]}
          rows={preview.cells.map(({ row, before, after }) => [
            row,
            before ?? '',
            after ?? <em class="soft">{texts.previewEmpty}</em>,
          ])}
        />
      )}
      <form class="row" method="post" action={`${page}/decide`}>
        <input type="hidden" name="resource" value={resourceId} />
        <input type="hidden" name="column" value={column} />
        <input type="hidden" name="hiding" value={hidingValue(hiding)} />
        <Button>{texts.do[hiding.way]}</Button>
        <LinkButton kind="quiet" href={page}>
          {texts.previewBack}
        </LinkButton>
      </form>
    </WalkPage>
  );
}
