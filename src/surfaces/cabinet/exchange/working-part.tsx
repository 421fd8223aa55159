import type { ImportProgress } from '../../../capabilities/exchange/index.ts';
import { exchangeTexts } from '../../../locales/exchange.ts';
import { Button, Choice, ChoiceGroup, href, Progress, type Visit } from '../../components/index.ts';
import { BASE } from './frame.tsx';

const of = <K,>(counts: ReadonlyMap<K, number>, ...states: K[]) =>
  states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);

/** The list of the portal is being read. */
export function LookingPart({ visit, progress: { one } }: { visit: Visit; progress: ImportProgress }) {
  const texts = exchangeTexts[visit.language].looking;
  const stages = (['ask', 'list'] as const).map((key) => ({ key, label: texts.stages[key] }));
  return (
    <Progress
      stages={stages}
      current={one.expected === null ? 'ask' : 'list'}
      done={one.looked}
      total={one.expected}
      label={texts.title}
      language={visit.language}
    >
      {texts.count(one.looked, one.expected)}
    </Progress>
  );
}

/** Several organizations answer to the question. */
export function WhichPart({ visit, progress: { one } }: { visit: Visit; progress: ImportProgress }) {
  const texts = exchangeTexts[visit.language].which;
  return (
    <form class="form" method="post" action={href(visit, `${BASE}/${one.id}/which`)}>
      <ChoiceGroup legend={texts.title} name="organization">
        {one.organizations.map(({ id, title, name, datasets }, at) => (
          <Choice
            key={id}
            type="radio"
            name="organization"
            value={id}
            label={title}
            hint={datasets === null ? name : texts.has(datasets)}
            checked={at === 0}
          />
        ))}
      </ChoiceGroup>
      <Button>{texts.choose}</Button>
    </form>
  );
}

/** Datasets and files on their way, with the way to stop and to go on. */
export function CarryingPart({ visit, progress }: { visit: Visit; progress: ImportProgress }) {
  const texts = exchangeTexts[visit.language].working;
  const { one, items, files } = progress;
  const asked = of(items, 'asked');
  const sets = of(items, 'asked', 'files', 'done', 'failed');
  const read = of(files, 'ready', 'look', 'failed');
  const all = of(files, 'waiting', 'reading') + read;
  const stages = (['drafts', 'reading'] as const).map((key) => ({ key, label: texts.stages[key] }));
  return (
    <div class="stack">
      <Progress
        stages={stages}
        current={asked > 0 ? 'drafts' : 'reading'}
        done={asked > 0 ? sets - asked : read}
        total={asked > 0 ? sets : all}
        label={texts.title}
        language={visit.language}
      >
        {`${texts.sets(sets - asked, sets)}, ${texts.files(read, all)}`}
      </Progress>
      <form method="post" action={href(visit, `${BASE}/${one.id}/${one.state === 'paused' ? 'go-on' : 'pause'}`)}>
        <Button kind={one.state === 'paused' ? 'primary' : 'secondary'}>
          {one.state === 'paused' ? texts.goOn : texts.pause}
        </Button>
      </form>
    </div>
  );
}
