import type { Reading } from '../../../capabilities/ingest/index.ts';
import type { Finding, FindingPlace } from '../../../kernel/finding.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { recipeTexts } from '../../../locales/recipe.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { stepKey } from '../../../tabular/index.ts';
import { Badge, Button, href, Icon, type Visit } from '../../components/index.ts';
import { AboutCheck } from './about-check.tsx';
import { askedSteps } from './repairs-view.ts';

/** One finding: what, where, what to do; the first rows with before → after; a link that shows the cell among its neighbours. */
export function FindingCard(props: {
  visit: Visit;
  reading: Reading;
  finding: Finding;
  places?: number;

  /** The finding's words stand beside it already. */
  bare?: boolean;
}) {
  const { visit, finding, bare } = props;
  const texts = walkTexts[visit.language].repairs;
  const places = finding.places.slice(0, props.places ?? 2);
  const where = finding.columnName ? texts.column(finding.columnName) : texts.wholeFile;
  return (
    <article class="finding stack">
      <p class="row soft small">
        {!finding.repairable && finding.severity !== 'advice' && (
          <Badge kind={finding.severity === 'error' ? 'error' : 'attention'}>
            {finding.severity === 'error' ? texts.blocks : texts.keep}
          </Badge>
        )}
        <span>
          {texts.where}: {where} · {texts.times(finding.count)}
        </span>
      </p>
      {!bare && <h3 class="finding-title">{inLanguage(finding.message, visit.language)}</h3>}
      {places.length > 0 && (
        <ul class="plain finding-places">
          {places.map((place) => (
            <li key={`${place.row} ${place.value}`} class="row">
              {place.row > 0 && (
                <a href={rowsHref(visit, props.reading, finding, place)}>
                  {texts.row(place.row)}
                  <span class="unseen">: {texts.show}</span>
                </a>
              )}
              <Change visit={visit} place={place} />
            </li>
          ))}
        </ul>
      )}
      <AboutCheck visit={visit} code={finding.code} />
      <SeeShape visit={visit} reading={props.reading} finding={finding} />
      {!bare && <AskedRepair visit={visit} reading={props.reading} finding={finding} />}
    </article>
  );
}

/** To the rows before and after a change of shape. */
function SeeShape({ visit, reading, finding }: { visit: Visit; reading: Reading; finding: Finding }) {
  if (!finding.step || reading.publishedAt) return null;
  const texts = recipeTexts[visit.language];
  const query = new URLSearchParams({ code: finding.code, row: String(finding.places[0]?.row ?? 1) });
  if (finding.column !== null) query.set('column', String(finding.column));
  return (
    <p class="small">
      <a href={`${href(visit, `/cabinet/readings/${reading.id}/preview`)}?${query}`}>{texts.preview}</a>
    </p>
  );
}

/** Repairs that lose something or depend on what the person knows: done only when the person says so. */
function AskedRepair({ visit, reading, finding }: { visit: Visit; reading: Reading; finding: Finding }) {
  const asked = finding.repairable || reading.publishedAt ? [] : askedSteps(finding);
  if (asked.length === 0) return null;
  return (
    <form method="post" action={href(visit, `/cabinet/readings/${reading.id}/repairs`)} class="row">
      {asked.map(({ step, label }) => (
        <Button key={step.code} kind="secondary" name="ask" value={stepKey(step)}>
          {inLanguage(label, visit.language)}
        </Button>
      ))}
    </form>
  );
}

/** Before → after, with what is blank made visible. */
function Change({ visit, place }: { visit: Visit; place: FindingPlace }) {
  const texts = walkTexts[visit.language].repairs;
  if (place.value === null) return null;
  if (place.repaired === undefined) return <code class="cell">{seen(place.value)}</code>;
  return (
    <span class="change">
      <span class="unseen">{texts.before}: </span>
      <del>
        <code class="cell">{seen(place.value)}</code>
      </del>{' '}
      <Icon name="next" /> <span class="unseen">{texts.after}: </span>
      <ins>
        {place.repaired === null ? <em>{texts.emptyCell}</em> : <code class="cell">{seen(place.repaired)}</code>}
      </ins>
    </span>
  );
}

/** Spaces at the ends are the very thing some findings are about. */
function seen(value: string): string {
  const shown = value.length > 120 ? `${value.slice(0, 120)}…` : value;
  return shown.replace(/^\s+|\s+$/g, (spaces) => '·'.repeat(spaces.length));
}

function rowsHref(visit: Visit, reading: Reading, finding: Finding, place: FindingPlace): string {
  const query = new URLSearchParams({ row: String(place.row) });
  if (finding.column !== null) query.set('column', String(finding.column));
  if (reading.recipeAccepted) query.set('mended', '1');
  return `${href(visit, `/cabinet/readings/${reading.id}/rows`)}?${query}#cell`;
}
