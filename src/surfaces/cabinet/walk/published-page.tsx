import { type Dataset, updateDueOn } from '../../../capabilities/catalog/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { CabinetPage, href, LinkButton, Notice, Snippet, type Visit } from '../../components/index.ts';

/** After «Опублікувати»: address to copy, next date of update, texts for the site and the messenger. */
export function PublishedPage(props: {
  visit: Visit;
  dataset: Dataset;
  unitName: string;
  version: number;
  dataAsOf: Date;
}) {
  const { visit, dataset, unitName, version } = props;
  const texts = walkTexts[visit.language].publish;
  const { title } = dataset.passport;
  const path = `/datasets/${dataset.slug}`;
  const address = `${visit.origin}${path}`;
  const next = updateDueOn({ ...dataset, dataAsOf: props.dataAsOf.toISOString() });
  return (
    <CabinetPage visit={visit} title={texts.done}>
      <div class="stack-l walk">
        <h1>{texts.done}</h1>
        <Notice kind="good" title={texts.doneLead(title)} language={visit.language} live>
          {texts.version(version)}. {next ? texts.nextUpdate(dayInWords(next, visit.language)) : texts.noNextUpdate}
        </Notice>
        <Snippet label={texts.address} code={address} language={visit.language} />
        <Snippet label={texts.siteText} code={texts.site(title, unitName, address)} words language={visit.language} />
        <Snippet label={texts.messengerText} code={texts.messenger(title, address)} words language={visit.language} />
        <p class="row">
          <LinkButton kind="primary" href={href(visit, path)}>
            {texts.open}
          </LinkButton>
          <LinkButton href={href(visit, '/cabinet')}>{texts.toDesk}</LinkButton>
        </p>
      </div>
    </CabinetPage>
  );
}
