import type { Reading } from '../../../capabilities/ingest/index.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { Button, Choice, ChoiceGroup, Field, href, type Visit } from '../../components/index.ts';
import type { OfferedChoices } from './choices-offered.ts';

export interface ChoicesData {
  readonly reading: Reading;
  readonly offered: OfferedChoices;
  /** How each way of reading letters shows the beginning; empty for workbooks. */
  readonly samples: readonly { readonly encoding: string; readonly sample: string }[];
  /** Ask whether the marked line is the headings (`found`), or whether the first line is (`none` was recognised). */
  readonly headerDoubt: 'found' | 'none' | null;
}

const ENCODING_NAMES: Record<string, string> = {
  'utf-8': 'UTF-8',
  'windows-1251': 'Windows-1251',
  'koi8-u': 'KOI8-U',
  cp866: 'CP866 (DOS)',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

/** The corner «Щось не так?»: sheet and header row; how bytes are read only behind «Докладніше». */
export function ChoicesForm({ visit, data }: { visit: Visit; data: ChoicesData }) {
  const texts = walkTexts[visit.language].look;
  const { reading, samples, offered } = data;
  const { source, choices } = reading;
  const sheets = source?.sheets ?? [];
  const sheetOptions = sheets.map(({ name, rows }) => ({ value: name, label: texts.sheetOption(name, rows) }));
  const header =
    choices.headerRow === undefined ? '' : choices.headerRow === null ? '0' : String(choices.headerRow + 1);
  return (
    <details class="corner" open={reading.state === 'refused' ? true : undefined}>
      <summary>{texts.wrong}</summary>
      <form class="form" method="post" action={href(visit, `/cabinet/readings/${reading.id}/choices`)}>
        {offered.sheet && (
          <Field
            label={texts.sheet}
            name="sheet"
            value={source?.sheet ?? ''}
            options={sheetOptions.length > 0 ? sheetOptions : [{ value: '', label: texts.auto }]}
          />
        )}
        {offered.header && (
          <Field
            label={texts.headerRow}
            name="headerRow"
            hint={texts.headerRowHint}
            value={header}
            inputMode="numeric"
            pattern="[0-9]*"
          />
        )}
        {offered.hidden && (
          <Field
            label={texts.hidden}
            name="hidden"
            value={choices.hidden ?? ''}
            options={Object.entries(texts.hiddenOptions).map(([value, label]) => ({ value, label }))}
          />
        )}
        {samples.length > 0 && <Details visit={visit} data={data} />}
        <Button kind="secondary">{texts.reread}</Button>
      </form>
    </details>
  );
}

function Details({ visit, data }: { visit: Visit; data: ChoicesData }) {
  const texts = walkTexts[visit.language].look;
  const { reading, samples } = data;
  const { source, choices } = reading;
  const now = choices.encoding ?? '';
  return (
    <details class="more" data-more>
      <summary>{texts.more}</summary>
      <div class="stack">
        <ChoiceGroup legend={texts.encoding} name="encoding" hint={texts.encodingHint}>
          <Choice
            type="radio"
            name="encoding"
            value=""
            label={texts.auto}
            checked={now === ''}
            hint={source ? (ENCODING_NAMES[source.encoding.replace('-bom', '')] ?? source.encoding) : undefined}
          />
          {samples.map(({ encoding, sample }) => (
            <Choice
              key={encoding}
              type="radio"
              name="encoding"
              value={encoding}
              label={ENCODING_NAMES[encoding] ?? encoding}
              hint={sample}
              checked={now === encoding}
            />
          ))}
        </ChoiceGroup>
        {data.offered.delimiter && (
          <Field
            label={texts.delimiter}
            name="delimiter"
            value={choices.delimiter ?? ''}
            options={[
              { value: '', label: texts.auto },
              ...Object.entries(texts.delimiters).map(([value, label]) => ({ value, label })),
            ]}
          />
        )}
      </div>
    </details>
  );
}
