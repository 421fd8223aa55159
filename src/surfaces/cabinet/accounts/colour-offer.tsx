import { nearestReadable, tidyColour } from '../../../capabilities/accounts/index.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { Button, type Visit } from '../../components/index.ts';
import type { FormState, Posted } from './posted-form.ts';

/** After a colour too light to read: a button that sends the form with the nearest readable one. */
export function ColourOffer({ visit, form }: { visit: Visit; form: FormState }) {
  const typed = tidyColour(form.values.colour ?? '');
  const refused = form.error?.fields.some((fault) => fault.field === 'colour') === true;
  if (!refused || typed === null) return null;
  const offered = nearestReadable(typed);
  return (
    <Button name="takeColour" value={offered} kind="secondary">
      <svg class="colour-sample" width="24" height="24" aria-hidden="true" focusable="false">
        <rect width="24" height="24" fill={offered} />
      </svg>
      {accountsTexts[visit.language].setUp.takeColour(offered)}
    </Button>
  );
}

/**
 * The colour a form asks for: the offered one when its button was pressed and the colour was not changed meanwhile. (The
 * Enter key presses the first button of a form, which is the offer.)
 */
export function chosenColour(values: Posted): string | undefined {
  const typed = tidyColour(values.colour ?? '');
  const taken = values.takeColour ?? '';
  return typed !== null && taken === nearestReadable(typed) ? taken : values.colour;
}
