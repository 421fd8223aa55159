import { keyOfOwn, type OwnStandard, type StandardVersion } from '../../../capabilities/catalog/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { standardTexts } from '../../../locales/standards.ts';
import { Button, CabinetPage, DataTable, ErrorSummary, href, Notice, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { OWN_STRUCTURES, OwnStructureForm } from './own-structure-form.tsx';

export interface OwnStructureView {
  readonly standard: OwnStandard;
  readonly versions: readonly StandardVersion[];
  readonly mayChange: boolean;
  readonly form: FormState;
}

/** One structure: its next version, whether it is in use, and who made which version. */
export function OwnStructurePage({ visit, view }: { visit: Visit; view: OwnStructureView }) {
  const texts = standardTexts[visit.language].own;
  const { standard, versions, mayChange, form } = view;
  const path = href(visit, `${OWN_STRUCTURES}/${standard.id}`);
  const { retiredOn } = standard;
  return (
    <CabinetPage visit={visit} title={standard.title}>
      <div class="stack-l">
        <div class="stack">
          <p>
            <a href={href(visit, OWN_STRUCTURES)}>{texts.title}</a>
          </p>
          <h1>{standard.title}</h1>
          <p class="row">
            <span>{retiredOn === null ? texts.inUse : texts.retired(dayInWords(retiredOn, visit.language))}</span>
            <a href={href(visit, `/open-data/structures/${keyOfOwn(standard.id)}`)}>{texts.public}</a>
          </p>
        </div>
        {visit.query.get('done') === 'saved' && (
          <Notice kind="good" title={texts.saved} language={visit.language} live />
        )}
        <ErrorSummary faults={form.error?.fields ?? []} language={visit.language} />
        {mayChange && <OwnStructureForm visit={visit} action={path} form={form} start={standard} button={texts.save} />}
        {mayChange && (
          <form method="post" action={`${path}/use`}>
            <Button kind="quiet" name="use" value={retiredOn === null ? 'retire' : 'restore'}>
              {retiredOn === null ? texts.retire : texts.restore}
            </Button>
          </form>
        )}
        <section class="stack" aria-labelledby="versions-title">
          <h2 id="versions-title">{texts.versions}</h2>
          <DataTable
            caption={texts.versions}
            captionUnseen
            columns={[
              { title: texts.version, align: 'end' },
              { title: texts.fields, align: 'end' },
              { title: texts.by },
              { title: texts.when },
            ]}
            rows={versions.map(({ version, fields, by, at }) => [
              String(version),
              String(fields),
              by,
              dayInWords(at, visit.language),
            ])}
          />
        </section>
      </div>
    </CabinetPage>
  );
}
