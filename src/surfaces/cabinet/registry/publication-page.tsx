import type { OwnPublication } from '../../../capabilities/registry/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { registryTexts } from '../../../locales/registry.ts';
import { Button, CabinetPage, href, Notice, type Visit } from '../../components/index.ts';
import { RegistryPlaces } from './registry-places.tsx';
import { STAFF_PATH } from './registry-query.ts';

/** How the registry publishes itself: whether, in whose name, when it did last, and what stopped it. */
export function PublicationPage(props: { visit: Visit; own: OwnPublication; may: boolean; slug: string | null }) {
  const { visit, own, may, slug } = props;
  const texts = registryTexts[visit.language].publication;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <RegistryPlaces visit={visit} current="publication" />
        {own.trouble && (
          <Notice kind="error" title={texts.trouble} language={visit.language}>
            {inLanguage(own.trouble.text, visit.language)}
          </Notice>
        )}
        <div class="stack">
          <p>
            {own.on ? texts.on(own.person?.name ?? '') : texts.off}{' '}
            {own.publishedAt && texts.last(dateTimeInWords(new Date(own.publishedAt), visit.language))}{' '}
            {own.step === 'submitted' ? texts.submitted : own.step === 'idle' ? '' : texts.working}
          </p>
          <p class="soft">{texts.hint}</p>
        </div>
        {may && (
          <form class="row" method="post" action={href(visit, `${STAFF_PATH}/publication`)}>
            <Button name="deed" value="on" kind={own.on ? 'secondary' : 'primary'}>
              {texts.switchOn}
            </Button>
            {own.on && (
              <Button name="deed" value="off" kind="quiet">
                {texts.switchOff}
              </Button>
            )}
          </form>
        )}
        {own.datasetId && (
          <p class="row">
            <a href={href(visit, `/cabinet/datasets/${own.datasetId}`)}>{texts.dataset}</a>
            {slug && <a href={href(visit, `/datasets/${slug}`)}>{texts.page}</a>}
          </p>
        )}
      </div>
    </CabinetPage>
  );
}
