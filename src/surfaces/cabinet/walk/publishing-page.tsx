import type { Dataset } from '../../../capabilities/catalog/index.ts';
import { isUnderWay, type PublicationRequest, type PublicationStage } from '../../../capabilities/publishing/index.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { href, LinkButton, Progress, type Visit } from '../../components/index.ts';
import { WalkPage, type WalkPlace } from './walk-frame.tsx';
import { WorkingHead } from './working.tsx';

const STAGES: readonly PublicationStage[] = ['tables', 'comparison', 'publication'];

/** What the page and its island know of a publication under way. */
export function progressOfPublication(request: PublicationRequest) {
  const { stage, done, total } = request;
  return { settled: !isUnderWay(request), stage, done, total: total > 1 ? total : null };
}

/** Between the click and «Опубліковано», for tables that take their time: the stages, and leave to go. */
export function PublishingPage(props: { visit: Visit; dataset: Dataset; request: PublicationRequest }) {
  const { visit, dataset, request } = props;
  const texts = walkTexts[visit.language].publish;
  const { stage, done, total } = progressOfPublication(request);
  const place: WalkPlace = { datasetId: dataset.id };
  return (
    <WalkPage
      visit={visit}
      step="publish"
      title={texts.publishing}
      place={place}
      islands={['reading']}
      head={<WorkingHead />}
    >
      <p>{texts.publishingLead(dataset.passport.title)}</p>
      <div class="stack" data-reading={href(visit, `/cabinet/datasets/${dataset.id}/publish/state.json`)}>
        <Progress
          stages={STAGES.map((key) => ({ key, label: texts.stages[key] }))}
          current={stage}
          done={done}
          total={total}
          language={visit.language}
        >
          {total === null ? '' : texts.doneOf(done, total)}
        </Progress>
      </div>
      <p>
        <LinkButton href={href(visit, '/cabinet')}>{texts.toDesk}</LinkButton>
      </p>
    </WalkPage>
  );
}
