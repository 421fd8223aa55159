import { keyName } from '../../../capabilities/tables/index.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import { Button } from '../../components/index.ts';
import type { ExplorerModel } from './explorer-model.ts';
import { type Choice, keyChoices, measureChoices } from './group-choice.ts';
import { HiddenFields } from './hidden-state.tsx';
import { stateParameters } from './table-address.ts';

const ASKED = new Set(['group', 'also', 'sum', 'avg', 'min', 'max', 'sort', 'page', 'measure', 'profile']);

/** By what the rows are put together and what is counted of them: lists to choose from. */
export function GroupForm({ model }: { model: ExplorerModel }) {
  const { address, facts, columns, visit } = model;
  const texts = explorerTexts[visit.language].groups;
  const { group } = facts.state;
  const keys = keyChoices(columns, visit.language);
  const measures = measureChoices(columns, visit.language);
  const kept = [...stateParameters(address, facts.state)].filter(([name]) => !ASKED.has(name));
  const key = (at: number) => {
    const chosen = group?.keys[at];
    return chosen ? keyName(chosen) : '';
  };
  const also = (at: number) => {
    const chosen = group?.measures[at];
    return chosen ? `${chosen.measure}:${chosen.column}` : '';
  };
  return (
    <form class="group-form" action={`${address.base}#table`} method="get" aria-label={texts.label} data-live>
      <HiddenFields fields={kept} />
      <GroupField id="group-1" label={texts.by} name="group" choices={keys} chosen={key(0)} />
      <GroupField id="group-2" label={texts.thenBy} name="group" choices={keys} chosen={key(1)} none={texts.nothing} />
      {measures.length > 0 &&
        [0, 1].map((at) =>
          at === 0 || also(0) ? (
            <GroupField
              key={at}
              id={`also-${at + 1}`}
              label={texts.measure}
              name="also"
              choices={measures}
              chosen={also(at)}
              none={texts.nothing}
            />
          ) : null,
        )}
      <Button kind="secondary">{texts.apply}</Button>
    </form>
  );
}

function GroupField(props: {
  id: string;
  label: string;
  name: string;
  choices: readonly Choice[];
  chosen: string;
  /** The word for no choice, where there need not be one. */
  none?: string;
}) {
  const { id, label, name, choices, chosen, none } = props;
  return (
    <div class="group-field">
      <label for={id}>{label}</label>
      <select class="input" id={id} name={name}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map(({ value, label: word }) => (
          <option key={value} value={value} selected={value === chosen}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}
