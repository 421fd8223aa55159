import { RequestError } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { findResource, type Structure, type StructureField } from '../catalog/index.ts';
import { latestReading } from '../ingest/index.ts';
import { carryAllForward } from './carry-all-forward.ts';
import { changeDraftStructure } from './change-draft-structure.ts';

/** What is to be said of one field; `name` tells which, by machine name or title. */
export type FieldChange = { readonly name: string } & Partial<Omit<StructureField, 'name' | 'sourceColumn'>>;

/**
 * Changes what is said of the named fields of a structure (title, purpose, required, identifier, type …), the others stay; a new file is brought
 * into the structure first. Throws `invalid`
 * (fields `fields[0].name`), `not-found`, `forbidden`, `conflict`.
 */
export function changeFields(ctx: Context, resourceId: string, changes: readonly FieldChange[]): Promise<Structure> {
  return transaction(ctx, async (tx) => {
    const found = await findResource(tx, resourceId);
    if (found) await carryAllForward(tx, found.datasetId);
    const resource = await findResource(tx, resourceId);
    if (!resource) {
      throw new RequestError('not-found', 'resource-not-found', {
        uk: 'Такого ресурсу немає. Можливо, його вилучили з набору.',
        en: 'There is no such resource. It may have been taken out of the dataset.',
      });
    }
    const { fields } = resource.structure;
    const indexes = changes.map(({ name }) => fields.findIndex((field) => field.name === name || field.title === name));
    const lost = changes.flatMap(({ name }, i) => (indexes[i] === -1 ? [lostField(name, i, fields)] : []));
    if (lost[0]) throw new RequestError('invalid', 'no-such-field', lost[0].text, lost);
    const changed = fields.map((field, at) => {
      const given = changes[indexes.indexOf(at)];
      return given ? { ...field, ...given, name: field.name } : field;
    });
    await changeDraftStructure(tx, resource.id, { fields: changed }, await latestReading(tx, resource.id));
    return { fields: changed };
  });
}

function lostField(name: string, i: number, fields: readonly StructureField[]) {
  const known = fields.map((field) => field.name).join(', ');
  return {
    field: `fields[${i}].name`,
    text: {
      uk: `Поля «${name}» у структурі немає. Є: ${known}. Якщо файл щойно надіслано, спершу дочекайтеся, поки його прочитають.`,
      en: `The structure has no field “${name}”. There are: ${known}. If the file has just been sent, wait until it is read.`,
    },
  };
}
