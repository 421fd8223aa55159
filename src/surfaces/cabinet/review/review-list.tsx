import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { WaitingSubmission } from '../../../capabilities/review/index.ts';
import type { Paged } from '../../../kernel/paging.ts';
import { pageCount } from '../../../kernel/paging.ts';
import { dayInWords } from '../../../language/dates.ts';
import { reviewTexts } from '../../../locales/review.ts';
import {
  Badge,
  Button,
  CabinetPage,
  Choice,
  DataTable,
  Empty,
  Field,
  href,
  Pager,
  type Visit,
} from '../../components/index.ts';
import { GuidanceHere } from '../materials/guidance-here.tsx';
import { ToldLinks } from '../memo/answer-told.tsx';

export interface ReviewListView {
  readonly found: Paged<WaitingSubmission>;
  readonly units: readonly Unit[];
  readonly unitId: string;
  readonly late: boolean;
  readonly days: string;
}

/** «На перевірці»: what waits for this person's decision, the earliest term first. */
export function ReviewListPage({ visit, view }: { visit: Visit; view: ReviewListView }) {
  const texts = reviewTexts[visit.language].list;
  const { found, units } = view;
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const path = href(visit, '/cabinet/review');
  const filter = { unit: view.unitId, late: view.late ? '1' : '', days: view.days };
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <GuidanceHere visit={visit} lines={visit.guidance} step="review" />
        <form class="row" method="get" action={path}>
          <Field
            label={texts.unit}
            name="unit"
            value={view.unitId}
            options={[
              { value: '', label: texts.allUnits },
              ...units.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Field label={texts.older} name="days" type="number" min={0} max={365} value={view.days} />
          <Choice name="late" value="1" label={texts.late} checked={view.late} />
          <Button kind="secondary">{texts.show}</Button>
        </form>
        {found.items.length === 0 ? (
          <Empty title={texts.none}>
            <p>{texts.noneLead}</p>
          </Empty>
        ) : (
          <DataTable
            caption={texts.caption}
            captionUnseen
            rowHeaders
            columns={[
              { title: texts.columns.title },
              { title: texts.columns.term },
              { title: texts.columns.by },
              { title: texts.columns.waits, tight: true },
            ]}
            rows={found.items.map((waiting) => lineOf(visit, waiting, names))}
          />
        )}
        {found.items.length > 0 && <ToldLinks visit={visit} />}
        <Pager
          visit={visit}
          page={found.page}
          pages={pageCount(found)}
          hrefFor={(page) => `${path}?${new URLSearchParams({ ...filter, page: String(page) })}`}
        />
      </div>
    </CabinetPage>
  );
}

function lineOf(visit: Visit, waiting: WaitingSubmission, names: ReadonlyMap<string, string>) {
  const texts = reviewTexts[visit.language].list;
  const { submission, days, lateDays } = waiting;
  const day = dayInWords(submission.dueOn, visit.language);
  return [
    <div key="title">
      <a href={href(visit, `/cabinet/review/${submission.id}`)}>{submission.title}</a>
      {submission.kind === 'after' && <div class="soft small">{texts.after}</div>}
    </div>,
    <Badge key="term" kind={lateDays > 0 ? 'error' : 'info'}>
      {lateDays > 0 ? texts.lateBy(lateDays, day) : texts.due(day)}
    </Badge>,
    <div key="by">
      {'name' in submission.submittedBy ? submission.submittedBy.name : ''}
      <div class="soft small">{names.get(submission.unitId)}</div>
    </div>,
    texts.waits(days),
  ];
}
