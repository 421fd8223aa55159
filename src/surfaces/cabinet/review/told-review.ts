import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { WaitingSubmission } from '../../../capabilities/review/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { reviewTexts } from '../../../locales/review.ts';
import type { Visit } from '../../components/index.ts';
import type { ToldList } from '../memo/told-list.ts';

/** What waits for a review as a list to be told. */
export function toldReview(visit: Visit, waiting: readonly WaitingSubmission[], units: readonly Unit[]): ToldList {
  const texts = reviewTexts[visit.language].list;
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return {
    about: texts.told(waiting.length),
    unitName: null,
    columns: [texts.columns.title, texts.columns.term, texts.columns.by, texts.unit],
    widths: [3, 2.2, 2, 2.4],
    rows: waiting.map(({ submission, lateDays }) => {
      const day = dayInWords(submission.dueOn, visit.language);
      return {
        path: `/cabinet/review/${submission.id}`,
        cells: [
          submission.title,
          lateDays > 0 ? texts.lateBy(lateDays, day) : texts.due(day),
          'name' in submission.submittedBy ? submission.submittedBy.name : '',
          names.get(submission.unitId) ?? '',
        ],
      };
    }),
  };
}
