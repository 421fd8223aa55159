import type { Unit } from '../../../capabilities/accounts/index.ts';
import { registerTexts } from '../../../locales/register.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { Button, Field, href, type Visit } from '../../components/index.ts';

interface Props {
  readonly visit: Visit;
  readonly units: readonly Unit[];
  readonly unitId: string | null;
  /** A document was just refused. */
  readonly open: boolean;
}

/** What to publish where somebody came with a document: a register, planned by one button, with a file to fill in. */
export function RegisterOffer({ visit, units, unitId, open }: Props) {
  const texts = registerTexts[visit.language];
  const options = units.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <details open={open}>
      <summary>{texts.title}</summary>
      <form class="form" method="post" action={href(visit, '/cabinet/new/register')}>
        <p>{texts.lead}</p>
        {units.length === 1 ? (
          <input type="hidden" name="unitId" value={units[0]?.id} />
        ) : (
          <Field
            label={walkTexts[visit.language].file.unit}
            name="unitId"
            options={options}
            value={unitId ?? units[0]?.id ?? ''}
          />
        )}
        <div class="row">
          <Button kind="secondary">{texts.make}</Button>
          <a href="/cabinet/new/register.xlsx">{texts.template}</a>
        </div>
      </form>
    </details>
  );
}
