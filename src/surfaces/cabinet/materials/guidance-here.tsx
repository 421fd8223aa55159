import type { MaterialLine, MaterialStep } from '../../../capabilities/people/index.ts';
import { materialsTexts } from '../../../locales/materials.ts';
import { href, type Visit } from '../../components/index.ts';

/** One folded line with the guidance of this step; nothing where there is none. What a reader has not seen yet stands first. */
export function GuidanceHere(props: { visit: Visit; lines: readonly MaterialLine[] | undefined; step: MaterialStep }) {
  const { visit, lines = [], step } = props;
  const texts = materialsTexts[visit.language];
  const here = lines.filter(({ steps }) => steps.includes(step));
  // an adaptation to the community stands for what it adapts
  const adapted = new Set(here.map(({ adaptsId }) => adaptsId));
  const shown = here
    .filter(({ id }) => !adapted.has(id))
    .toSorted((one, other) => Number(one.read) - Number(other.read));
  if (shown.length === 0) return null;
  return (
    <details class="guidance-here no-print">
      <summary>{texts.here(shown.length)}</summary>
      <ul>
        {shown.map((one) => (
          <li key={one.id}>
            <a href={href(visit, `/cabinet/city/materials/${one.id}`)}>{one.title}</a>{' '}
            <span class="soft small">
              {[texts.kinds[one.kind], one.source, one.read ? texts.readMark : ''].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
