import type { Material, MaterialLine, OpenMaterial } from '../../../capabilities/people/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { materialsTexts } from '../../../locales/materials.ts';
import {
  Badge,
  Button,
  CabinetPage,
  DataTable,
  Empty,
  href,
  LinkButton,
  Markdown,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { CityTrail } from '../city/city-trail.tsx';

export const HOME = '/cabinet/city/materials';

/** The way back to the city's places, and here. */
export function MaterialTrail({ visit, here }: { visit: Visit; here?: string }) {
  return <CityTrail visit={visit} place={materialsTexts[visit.language].title} path={HOME} here={here} />;
}

/** The library. */
export function MaterialsPage(props: { visit: Visit; lines: readonly MaterialLine[]; mayKeep: boolean }) {
  const { visit, lines, mayKeep } = props;
  const texts = materialsTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <MaterialTrail visit={visit} />
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {lines.length === 0 ? (
          <Empty title={texts.none}>{mayKeep && <p>{texts.noneText}</p>}</Empty>
        ) : (
          <DataTable
            caption={texts.title}
            captionUnseen
            rowHeaders
            columns={[{ title: texts.name }, { title: texts.where }, { title: texts.state }]}
            rows={lines.map((one) => [
              <>
                <a href={href(visit, `${HOME}/${one.id}`)}>{one.title}</a>
                <div class="soft small">
                  {[texts.kinds[one.kind], one.source, one.edition && texts.edition(one.edition)]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </>,
              one.steps.map((step) => texts.steps[step]).join(', '),
              <LineState visit={visit} line={one} />,
            ])}
          />
        )}
        <p class="row">
          {mayKeep && <LinkButton href={href(visit, `${HOME}/new`)}>{texts.add}</LinkButton>}
          <a href={href(visit, '/open-data/materials')}>{texts.shown}</a>
        </p>
      </div>
    </CabinetPage>
  );
}

function LineState({ visit, line }: { visit: Visit; line: MaterialLine }) {
  const texts = materialsTexts[visit.language];
  return (
    <>
      {line.newEdition !== '' && <Badge kind="attention">{texts.newEdition(line.newEdition)}</Badge>}
      {line.read && <Badge kind="good">{texts.readMark}</Badge>}
      <div class="soft small">{line.shown ? texts.shown : texts.internal}</div>
    </>
  );
}

export interface MaterialView extends OpenMaterial {
  readonly mayKeep: boolean;
  /** Names of those who read it, by their id. */
  readonly names: ReadonlyMap<string, string>;
  readonly done: string | null;
}

/** One material; an adaptation beside its original. */
export function MaterialPage({ visit, view }: { visit: Visit; view: MaterialView }) {
  const texts = materialsTexts[visit.language];
  const { material, original, mayKeep, done, read } = view;
  return (
    <CabinetPage visit={visit} title={material.title} wide={original !== null}>
      <div class="stack-l">
        <MaterialTrail visit={visit} here={material.title} />
        {done === 'saved' && <Notice kind="good" title={texts.saved} language={visit.language} live />}
        {material.closedOn && <Notice kind="attention" title={texts.retired} language={visit.language} />}
        {original && original.edition !== material.adaptedEdition && (
          <Notice kind="attention" title={texts.newEdition(original.edition)} language={visit.language} />
        )}
        <h1>{material.title}</h1>
        {original ? (
          <div class="beside">
            <MaterialText visit={visit} material={material} title={texts.ours} />
            <MaterialText visit={visit} material={original} title={texts.original} />
          </div>
        ) : (
          <MaterialText visit={visit} material={material} />
        )}
        {read ? (
          <Notice kind="good" title={texts.acknowledged} language={visit.language} live={done === 'read'} />
        ) : (
          <form method="post" action={href(visit, `${HOME}/${material.id}/read`)}>
            <Button>{texts.acknowledge}</Button>
          </form>
        )}
        <Adaptations visit={visit} view={view} />
        {mayKeep && <Keeping visit={visit} view={view} />}
      </div>
    </CabinetPage>
  );
}

/** Where a material is, its edition and its words. */
export function MaterialText({ visit, material, title }: { visit: Visit; material: Material; title?: string }) {
  const texts = materialsTexts[visit.language];
  const facts = [
    texts.kinds[material.kind],
    material.source,
    material.edition && texts.edition(material.edition),
    material.language === 'en' && texts.english,
  ];
  return (
    <section class="stack" aria-label={title ?? material.title}>
      {title && <h2>{title}</h2>}
      <p class="soft">{facts.filter(Boolean).join(' · ')}</p>
      {material.address !== '' && (
        <p>
          <a href={material.address} rel="noopener">
            {texts.open}
          </a>
        </p>
      )}
      {material.adaptedEdition !== '' && <p class="soft small">{texts.adaptedFrom(material.adaptedEdition)}</p>}
      {material.body !== '' && <Markdown text={material.body} lang={material.language} />}
    </section>
  );
}

function Adaptations({ visit, view }: { visit: Visit; view: MaterialView }) {
  const texts = materialsTexts[visit.language];
  if (view.adaptations.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="adaptations">
      <h2 id="adaptations">{texts.adaptations}</h2>
      <ul>
        {view.adaptations.map(({ id, title }) => (
          <li key={id}>
            <a href={href(visit, `${HOME}/${id}`)}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Keeping({ visit, view }: { visit: Visit; view: MaterialView }) {
  const texts = materialsTexts[visit.language];
  const { material, readings, names } = view;
  const path = `${HOME}/${material.id}`;
  return (
    <>
      <details>
        <summary>
          {texts.readers}: {new Set(readings.map(({ personId }) => personId)).size}
        </summary>
        {readings.length === 0 && <p class="soft">{texts.noReaders}</p>}
        <ul>
          {readings.map(({ personId, edition, at }) => (
            <li key={`${personId} ${edition}`}>
              {names.get(personId) ?? ''}, {dayInWords(at, visit.language)}
              {edition !== material.edition && ` (${texts.older(edition)})`}
            </li>
          ))}
        </ul>
      </details>
      <div class="row">
        <LinkButton href={href(visit, `${path}/change`)}>{texts.change}</LinkButton>
        {material.adaptsId === null && (
          <LinkButton href={href(visit, `${HOME}/new?adapts=${material.id}`)}>{texts.adapt}</LinkButton>
        )}
        <form method="post" action={href(visit, `${path}/use`)}>
          <input type="hidden" name="use" value={material.closedOn ? 'yes' : 'no'} />
          <Button kind="quiet">{material.closedOn ? texts.restore : texts.retire}</Button>
        </form>
      </div>
    </>
  );
}
