import { inLanguage } from '../../../kernel/text.ts';
import { checksTexts } from '../../../locales/checks.ts';
import { checkEntry } from '../../../tabular/index.ts';
import { href, type Visit } from '../../components/index.ts';

/** The page of the guide about a check or a refusal of reading, where it has one. */
export function AboutCheck({ visit, code }: { visit: Visit; code: string }) {
  const check = checkEntry(code);
  if (check === null) return null;
  const texts = checksTexts[visit.language];
  return (
    <p class="small">
      <a href={href(visit, check.guide)}>
        {check.todo ? texts.linkRefused : texts.link}
        <span class="unseen">: {inLanguage(check.title, visit.language)}</span>
      </a>
    </p>
  );
}
