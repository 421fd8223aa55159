import type { RelatedEntry, Relation } from '../../../capabilities/registry/index.ts';
import { registryTexts } from '../../../locales/registry.ts';
import { fittedText, href, ScrollRegion, type Visit } from '../../components/index.ts';
import { STAFF_PATH } from './registry-query.ts';

const LINE = 30;
const TOP = 18;
const LEFT = { at: 0, width: 330 };
const RIGHT = { at: 560, width: 300 };
const WIDTH = RIGHT.at + RIGHT.width;
/** Datasets drawn at once; the table beside has them all. */
const MOST_DRAWN = 40;

const COLOURS: Readonly<Record<Relation['kind'], number>> = {
  key: 1,
  'code-list': 3,
  related: 4,
  derived: 2,
  duplicate: 5,
};

interface Layout {
  readonly entries: readonly RelatedEntry[];
  readonly relations: readonly Relation[];
}

/** As many relations, whole, as there is room for. */
function layoutOf(relations: readonly Relation[]): Layout {
  const drawn: Relation[] = [];
  const entries = new Map<string, RelatedEntry>();
  for (const relation of relations) {
    const more = relation.entries.filter(({ datasetId }) => !entries.has(datasetId));
    if (entries.size + more.length > MOST_DRAWN && entries.size > 0) continue;
    drawn.push(relation);
    for (const entry of more.slice(0, MOST_DRAWN)) entries.set(entry.datasetId, entry);
  }
  return { entries: [...entries.values()], relations: drawn };
}

/** Datasets at the left, what ties them at the right, lines between; each dataset is a link. Its table must stand beside it. */
export function RelationsGraph({ visit, relations }: { visit: Visit; relations: readonly Relation[] }) {
  const texts = registryTexts[visit.language].relations;
  const layout = layoutOf(relations);
  const places = new Map(layout.entries.map(({ datasetId }, at) => [datasetId, yOf(at)]));
  const height = TOP * 2 + LINE * Math.max(layout.entries.length, layout.relations.length);
  const step = layout.entries.length / Math.max(1, layout.relations.length);
  const hubY = (at: number) => yOf(Math.max(at, (at + 0.5) * Math.max(1, step) - 0.5));
  return (
    <ScrollRegion label={texts.graph}>
      <svg class="relations" viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height}>
        <title>{texts.graph}</title>
        {layout.relations.map((relation, at) => (
          <g key={`${relation.kind} ${relation.name} ${at}`} class={`chart-series-${COLOURS[relation.kind]}`}>
            {relation.entries.map(({ datasetId }) => (
              <Line key={datasetId} from={places.get(datasetId)} to={hubY(at)} />
            ))}
            <circle class="relation-hub" cx={RIGHT.at - 8} cy={hubY(at)} r="5" />
            <text class="relation-word" x={RIGHT.at + 6} y={hubY(at) + 5}>
              {fittedText(wordsOf(visit, relation), 15, RIGHT.width - 10)}
            </text>
          </g>
        ))}
        {layout.entries.map((entry, at) => (
          <a key={entry.datasetId} href={href(visit, `${STAFF_PATH}/${entry.number}`)} class="relation-entry">
            <title>{`${entry.title}, ${entry.unitName}`}</title>
            <rect x={LEFT.at} y={yOf(at) - 14} width={LEFT.width} height="28" />
            <text x={LEFT.at + 6} y={yOf(at) + 5}>
              {fittedText(entry.title || entry.number, 15, LEFT.width - 16)}
            </text>
          </a>
        ))}
      </svg>
    </ScrollRegion>
  );
}

const yOf = (at: number) => TOP + LINE / 2 + at * LINE;

function Line({ from, to }: { from: number | undefined; to: number }) {
  if (from === undefined) return null;
  const [start, end] = [LEFT.at + LEFT.width, RIGHT.at - 8];
  const middle = (start + end) / 2;
  return <path class="relation-line" d={`M${start} ${from} C${middle} ${from} ${middle} ${to} ${end} ${to}`} />;
}

/** What ties: the kind, and the name where it has one. */
export function wordsOf(visit: Visit, { kind, name }: Relation): string {
  const word = registryTexts[visit.language].relations.kinds[kind];
  return name === '' ? word : `${word}: ${name}`;
}
