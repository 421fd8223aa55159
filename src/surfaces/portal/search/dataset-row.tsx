import { type Card, freshnessOf, THEMES } from '../../../capabilities/catalog/index.ts';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import { relativeTime } from '../../../language/dates.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { Badge, href, type Visit } from '../../components/index.ts';
import { firstSentence, Marked } from '../words.tsx';

const NO_STEMS: ReadonlySet<string> = new Set();

/** A format as it is written: cards hold all names in capitals. */
export function formatName(format: string): string {
  return format === 'GEOJSON' ? 'GeoJSON' : format;
}

/** All formats of a card, each once. */
export function formatsOf(card: Pick<Card, 'resources'>): string[] {
  return [...new Set(card.resources.flatMap((resource) => resource.formats))];
}

/** Rows of all tables of a card; null where it has no table. */
export function rowsOf(card: Pick<Card, 'resources'>): number | null {
  const counted = card.resources.flatMap((resource) => (resource.rows === null ? [] : [resource.rows]));
  return counted.length === 0 ? null : counted.reduce((sum, rows) => sum + rows, 0);
}

/** A theme's name; an unknown code is shown as it is. */
export function themeName(code: string, language: Language): string {
  const name = THEMES[code];
  return name ? inLanguage(name, language) : code;
}

/** Says in a word or two how a dataset keeps its promise; nothing where there is no promise to keep. */
export function FreshnessWords({ card, visit }: { card: Card; visit: Visit }) {
  const texts = portalTexts[visit.language].freshness;
  const freshness = freshnessOf(card, visit.ctx.clock.now());
  switch (freshness.kind) {
    case 'on-time':
      return <Badge kind="good">{texts.onTime}</Badge>;
    case 'late':
      return (
        <Badge kind="attention" icon="clock">
          {texts.late(freshness.days)}
        </Badge>
      );
    case 'finished':
      return <Badge kind="info">{texts.finished}</Badge>;
    case 'when-changed':
      return <Badge kind="info">{texts.whenChanged}</Badge>;
    default:
      return null;
  }
}

/** One dataset in a list: title, a line of description, unit · updated · formats · rows. */
export function DatasetRow(props: {
  card: Card;
  visit: Visit;
  stems?: ReadonlySet<string>;
  level?: 2 | 3;
  brief?: boolean;
}) {
  const { card, visit, stems = NO_STEMS, level = 3, brief } = props;
  const texts = portalTexts[visit.language];
  const Heading = `h${level}` as 'h2' | 'h3';
  const rows = rowsOf(card);
  return (
    <li class="dataset-row">
      <Heading>
        <a class="dataset-link" href={href(visit, `/datasets/${card.slug}`)} lang={card.passport.language}>
          <Marked text={card.passport.title} stems={stems} />
        </a>
      </Heading>
      {!brief && card.passport.description && (
        <p class="dataset-row-line" lang={card.passport.language}>
          <Marked text={firstSentence(card.passport.description)} stems={stems} />
        </p>
      )}
      <ul class="facts">
        <li>{card.unit.name}</li>
        <li>{texts.search.updated(relativeTime(new Date(card.changedAt), visit.ctx.clock.now(), visit.language))}</li>
        {card.state === 'suspended' ? (
          <li>
            <Badge kind="attention" icon="pause">
              {texts.dataset.suspendedShort}
            </Badge>
          </li>
        ) : (
          <li>
            <FreshnessWords card={card} visit={visit} />
          </li>
        )}
        <li>{formatsOf(card).map(formatName).join(', ')}</li>
        {rows !== null && <li class="figures">{texts.counts.rows(rows)}</li>}
      </ul>
    </li>
  );
}
