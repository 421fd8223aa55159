import type { FilePart, Reading, ReadingState } from '../../../capabilities/ingest/index.ts';
import { partTexts } from '../../../locales/parts.ts';
import { Badge, Button, Choice, ChoiceGroup, href, type StateKind, type Visit } from '../../components/index.ts';

interface Props {
  readonly visit: Visit;
  readonly reading: Reading;
  readonly parts: readonly FilePart[];
}

/** The other tables of the file: those that were taken with the way to each, the others to take with one button. Nothing is taken unasked. */
export function FileParts({ visit, reading, parts }: Props) {
  const texts = partTexts[visit.language];
  const taken = parts.filter((part) => part.reading !== null && part.reading.id !== reading.id);
  const free = parts.filter((part) => part.reading === null && part.rows > 0 && part.name !== reading.source?.sheet);
  if (taken.length + free.length === 0) return null;
  return (
    <section id="parts" class="stack" aria-labelledby="parts-title">
      <h2 id="parts-title">{texts.title(taken.length + free.length)}</h2>
      {taken.length > 0 && (
        <ul class="plain stack">
          {taken.map((part) => (
            <li key={part.name}>
              <Taken visit={visit} part={part} />
            </li>
          ))}
        </ul>
      )}
      {free.length > 0 && (
        <form class="form" method="post" action={href(visit, `/cabinet/readings/${reading.id}/parts`)}>
          {reading.source?.format === 'gtfs' && <p class="prose">{texts.feed}</p>}
          <ChoiceGroup
            legend={texts.legend}
            name="part"
            hint={texts.hint(free.filter(({ hidden }) => hidden !== true).length)}
          >
            {free.map((part) => (
              <Choice
                key={part.name}
                name="part"
                value={part.name}
                label={texts.part(part.name, part.rows, part.columns)}
                hint={hintOf(visit, part)}
                checked={part.hidden !== true}
              />
            ))}
          </ChoiceGroup>
          <Button kind="secondary">{texts.take(free.length)}</Button>
        </form>
      )}
    </section>
  );
}

function hintOf(visit: Visit, { headers = [], hidden }: FilePart): string {
  const texts = partTexts[visit.language];
  const named = headers.map((header) => header.trim()).filter((header) => header !== '');
  const columns = named.length > 0 ? texts.columns(named.slice(0, 5).join(', '), named.length > 5) : '';
  return [hidden ? texts.hidden : '', columns].filter(Boolean).join(' ');
}

function Taken({ visit, part }: { visit: Visit; part: FilePart }) {
  const texts = partTexts[visit.language];
  const { reading, name, rows, columns } = part;
  if (!reading) return null;
  return (
    <>
      <a href={href(visit, `/cabinet/readings/${reading.id}`)}>{texts.part(name, rows, columns)}</a>{' '}
      <Badge kind={stateKind(reading.state)}>{texts.states[reading.state]}</Badge>
    </>
  );
}

function stateKind(state: ReadingState): StateKind {
  if (state === 'ready') return 'good';
  return state === 'checked' || state === 'refused' || state === 'failed' ? 'attention' : 'info';
}
