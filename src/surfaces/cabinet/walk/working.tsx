import type { Reading } from '../../../capabilities/ingest/index.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { Button, href, Progress, type Visit } from '../../components/index.ts';
import { progressOf } from './reading-progress.ts';

/** Reloads the page every two seconds where no script does it better. */
export function WorkingHead() {
  return (
    <noscript>
      <meta http-equiv="refresh" content="2" />
    </noscript>
  );
}

/**
 * Stages live, and the way to stop. The island polls `state.json` and shows the next screen when the work is done.
 * @param props.lasting the file stays whatever is done here: nothing to stop is offered
 */
export function Working({ visit, reading, lasting }: { visit: Visit; reading: Reading; lasting?: boolean }) {
  const texts = walkTexts[visit.language].look;
  const { stage, done, total } = progressOf(reading);
  const stages = (['received', 'read', 'checked', 'ready'] as const).map((key) => ({ key, label: texts.stages[key] }));
  return (
    <div class="stack" data-reading={href(visit, `/cabinet/readings/${reading.id}/state.json`)}>
      <Progress stages={stages} current={stage} done={done} total={total} language={visit.language}>
        {total ? texts.percent(Math.min(1, done / total)) : ''}
      </Progress>
      <p class="soft">{reading.state === 'mending' ? texts.workingMend : texts.working}</p>
      {!lasting && (
        <form class="row" method="post" action={href(visit, `/cabinet/readings/${reading.id}/cancel`)}>
          <Button kind="quiet">{texts.cancel}</Button>
        </form>
      )}
    </div>
  );
}
