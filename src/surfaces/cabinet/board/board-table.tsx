import type { Unit } from '../../../capabilities/accounts/index.ts';
import { type BoardRow, FREQUENCY_NAMES } from '../../../capabilities/catalog/index.ts';
import type { Submission } from '../../../capabilities/review/index.ts';
import { dayOf, daysBetween } from '../../../kernel/dates.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { boardTexts } from '../../../locales/board.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { Badge, DataTable, href, type StateKind, type Visit } from '../../components/index.ts';
import { STATE_TONES } from '../desk/dataset-list-page.tsx';

/** How a dataset stands to its term: tone and words; null where no term runs. */
export function termOfRow(visit: Visit, row: BoardRow): { kind: StateKind; words: string } | null {
  const texts = boardTexts[visit.language];
  if (row.dueOn === null) return null;
  const left = daysBetween(dayOf(visit.ctx.clock.now()), row.dueOn);
  const day = dayInWords(row.dueOn, visit.language);
  if (left < 0) return { kind: 'error', words: texts.late(-left, day) };
  if (left === 0) return { kind: 'attention', words: texts.today };
  return { kind: left <= 7 ? 'attention' : 'info', words: texts.due(day) };
}

/** Where it lies with a reviewer, and until when; days past that are the reviewer's. */
function ReviewOfRow({ visit, submission }: { visit: Visit; submission: Submission }) {
  const texts = boardTexts[visit.language];
  const late = daysBetween(submission.dueOn, dayOf(visit.ctx.clock.now()));
  return (
    <div class="small">
      <a href={href(visit, `/cabinet/review/${submission.id}`)}>
        {late > 0 ? texts.reviewLate(late) : texts.inReview(dayInWords(submission.dueOn, visit.language))}
      </a>
    </div>
  );
}

/** Datasets with a tick each. */
export function BoardTable(props: {
  visit: Visit;
  rows: readonly BoardRow[];
  units: readonly Unit[];
  reviews: ReadonlyMap<string, Submission>;
  ticked: readonly string[];
}) {
  const { visit, rows, units, reviews, ticked } = props;
  const texts = boardTexts[visit.language];
  const { columns } = texts;
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return (
    <DataTable
      caption={texts.caption}
      captionUnseen
      columns={[
        { title: <span class="unseen">{columns.pick}</span>, tight: true },
        { title: columns.title },
        { title: columns.term },
        { title: columns.responsible },
        { title: columns.frequency },
        { title: columns.state, tight: true },
      ]}
      rows={rows.map((row) => {
        const term = termOfRow(visit, row);
        const submission = reviews.get(row.id);
        return [
          <label key="pick" class="pick">
            <input type="checkbox" name="dataset" value={row.id} defaultChecked={ticked.includes(row.id)} />
            <span class="unseen">{texts.pick(row.title)}</span>
          </label>,
          <span key="title" class="pick-title">
            <a href={href(visit, `/cabinet/datasets/${row.id}`)}>{row.title || row.number}</a>
            <span class="soft small">{names.get(row.unitId)}</span>
          </span>,
          <div key="term">
            {term ? <Badge kind={term.kind}>{term.words}</Badge> : <span class="soft">{texts.noTerm}</span>}
            {submission && <ReviewOfRow visit={visit} submission={submission} />}
          </div>,
          row.responsibleName || <span class="soft">{texts.nobody}</span>,
          row.frequency ? inLanguage(FREQUENCY_NAMES[row.frequency], visit.language) : '',
          <Badge key="state" kind={STATE_TONES[row.state]}>
            {deskTexts[visit.language].states[row.state]}
          </Badge>,
        ];
      })}
    />
  );
}
