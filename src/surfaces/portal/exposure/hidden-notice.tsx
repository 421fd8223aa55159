import type { CardResource } from '../../../capabilities/catalog/index.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { exposureTexts } from '../../../locales/exposure.ts';
import { href, Notice, type Visit } from '../../components/index.ts';

/** Says that columns of the dataset are hidden for a time, or closed. Nothing where none is. */
export function HiddenNotice({ visit, resources }: { visit: Visit; resources: readonly CardResource[] }) {
  const { language } = visit;
  const texts = exposureTexts[language].hidden;
  const hidden = resources.flatMap((resource) => resource.hidden ?? []);
  if (hidden.length === 0) return null;
  return (
    <Notice kind="info" language={language}>
      {hidden.map(({ name, title, until }) => (
        <p key={name}>
          {until === null ? texts.noticeKept(title) : texts.notice(title, dateTimeInWords(new Date(until), language))}
        </p>
      ))}
      <p>
        {texts.rest} <a href={href(visit, '/hidden-columns')}>{texts.all}</a>
      </p>
    </Notice>
  );
}
