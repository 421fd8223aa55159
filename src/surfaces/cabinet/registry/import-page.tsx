import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { registryTexts } from '../../../locales/registry.ts';
import { Button, CabinetPage, Field, faultOf, href, type Visit } from '../../components/index.ts';
import { RegistryPlaces } from './registry-places.tsx';
import { STAFF_PATH } from './registry-query.ts';

/** Brings in a registry the city kept by hand: the file, then the difference to look at. */
export function ImportPage({ visit, error }: { visit: Visit; error: RequestError | null }) {
  const texts = registryTexts[visit.language].bringIn;
  const fault = error && (faultOf(error.fields, 'file', visit.language) ?? inLanguage(error.text, visit.language));
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <RegistryPlaces visit={visit} current="import" />
        <form
          class="form"
          method="post"
          action={href(visit, `${STAFF_PATH}/import`)}
          enctype="multipart/form-data"
          novalidate
        >
          <Field label={texts.file} name="file" type="file" accept=".xlsx,.csv,.tsv" hint={texts.hint} error={fault} />
          <Button>{texts.button}</Button>
        </form>
        <section class="stack" aria-labelledby="how">
          <h2 id="how">{texts.how}</h2>
          <ul>
            {texts.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </section>
      </div>
    </CabinetPage>
  );
}
