import { type DownloadFormatFacts, type DownloadOffer, downloadPath } from '../../../capabilities/tables/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { formatBytes } from '../../../language/numbers.ts';
import { downloadTexts } from '../../../locales/downloads.ts';
import { Icon, LinkButton, type Visit } from '../../components/index.ts';

/** The file a table was made from, where a person opened it. */
interface Original {
  readonly href: string;
  readonly name: string;
  readonly size: number;
}

interface TableDownloadsProps {
  readonly visit: Visit;
  readonly tableId: string;
  readonly offer: DownloadOffer;
  readonly original: Original | null;
}

/** CSV as the button, CSV for Excel beside it with its hint, the others in a list that says what each is for. */
export function TableDownloads({ visit, tableId, offer, original }: TableDownloadsProps) {
  const texts = downloadTexts[visit.language];
  const excel = offer.formats.find(({ format }) => format === 'csv-excel');
  const others = offer.formats.filter(({ format }) => format !== 'csv' && format !== 'csv-excel');
  return (
    <div class="downloads stack">
      <div class="row">
        <LinkButton kind="primary" icon="download" href={downloadPath(tableId, 'csv')} download>
          {texts.download('CSV')} <Size visit={visit} bytes={offer.sizes.get('csv')} />
        </LinkButton>
        {excel && (
          <LinkButton href={downloadPath(tableId, 'csv-excel')} download>
            {inLanguage(excel.label, visit.language)} <Size visit={visit} bytes={offer.sizes.get('csv-excel')} />
          </LinkButton>
        )}
      </div>
      <p class="small soft downloads-hint">{texts.excelHint}</p>
      <details class="downloads-more">
        <summary>
          <Icon name="next" turn />
          {texts.others}
        </summary>
        <ul class="plain downloads-list">
          {others.map((facts) => (
            <OtherFormat
              key={facts.format}
              visit={visit}
              facts={facts}
              href={downloadPath(tableId, facts.format)}
              bytes={offer.sizes.get(facts.format)}
            />
          ))}
          {original && (
            <li>
              <a href={original.href} download>
                <strong>{texts.original}</strong> <Size visit={visit} bytes={original.size} />
              </a>
              <span class="small soft">
                {original.name}, {texts.originalUse}
              </span>
            </li>
          )}
        </ul>
      </details>
    </div>
  );
}

function OtherFormat(props: { visit: Visit; facts: DownloadFormatFacts; href: string; bytes: number | undefined }) {
  const { visit, facts, href, bytes } = props;
  return (
    <li>
      <a href={href} download>
        <strong>{inLanguage(facts.label, visit.language)}</strong> <Size visit={visit} bytes={bytes} />
      </a>
      <span class="small soft">{downloadTexts[visit.language].uses[facts.format]}</span>
    </li>
  );
}

/** Nothing while the file is not made yet. */
function Size({ visit, bytes }: { visit: Visit; bytes: number | undefined }) {
  return bytes === undefined ? null : <span class="size figures">{formatBytes(bytes, visit.language)}</span>;
}
