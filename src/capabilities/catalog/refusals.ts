import type { ZodError } from 'zod';
import { type FieldFault, RequestError } from '../../kernel/errors.ts';

export function noDataset(): RequestError {
  return new RequestError('not-found', 'dataset-not-found', {
    uk: 'Такого набору немає. Можливо, його видалили або адреса неповна.',
    en: 'There is no such dataset. It may have been deleted, or the address is incomplete.',
  });
}

export function noResource(): RequestError {
  return new RequestError('not-found', 'resource-not-found', {
    uk: 'Такого ресурсу немає. Можливо, його вилучили з набору.',
    en: 'There is no such resource. It may have been taken out of the dataset.',
  });
}

/** Somebody else wrote the dataset after this person's page was shown. */
export function changedMeanwhile(): RequestError {
  return new RequestError('conflict', 'changed-meanwhile', {
    uk: 'Поки сторінка була відкрита, набір змінила інша людина. Відкрийте сторінку ще раз і внесіть свої зміни до нового стану.',
    en: 'Somebody else changed the dataset while this page was open. Open the page again and make your changes there.',
  });
}

/** A withdrawn dataset is changed by nobody. */
export function withdrawn(): RequestError {
  return new RequestError('conflict', 'dataset-withdrawn', {
    uk: 'Набір вилучено, змінювати його не можна. Створіть новий набір.',
    en: 'The dataset has been withdrawn and cannot be changed. Create a new dataset.',
  });
}

/** What has been published once cannot be deleted. */
export function notDraft(): RequestError {
  return new RequestError('conflict', 'dataset-not-draft', {
    uk: 'Набір уже оприлюднено, тому видалити його не можна. Його можна вилучити з поясненням причини.',
    en: 'The dataset has been published, so it cannot be deleted. It can be withdrawn with a reason.',
  });
}

/** Citizens were promised the dataset, so it is not deleted before the promise is taken back. */
export function promiseIsOpen(): RequestError {
  return new RequestError('conflict', 'promise-open', {
    uk: 'Набір обіцяно громадянам. Спершу зніміть обіцянку й поясніть причину.',
    en: 'The dataset is promised to the public. First take the promise back and give the reason.',
  });
}

/** The promise is kept, taken back, or not given at all. */
export function noPromise(): RequestError {
  return new RequestError('conflict', 'no-promise', {
    uk: 'Відкритої обіцянки про цей набір немає. Оновіть сторінку.',
    en: 'There is no open promise of this dataset. Reload the page.',
  });
}

/** The deed is for internal datasets only. */
export function notInternal(): RequestError {
  return new RequestError('conflict', 'dataset-not-internal', {
    uk: 'Набір не службовий. Оновіть сторінку.',
    en: 'The dataset is not internal. Reload the page.',
  });
}

/** What is public is neither promised nor made internal. */
export function alreadyPublic(): RequestError {
  return new RequestError('conflict', 'already-public', {
    uk: 'Набір уже оприлюднено, тому обіцяти його або робити службовим не можна.',
    en: 'The dataset has been published, so it can be neither promised nor made internal.',
  });
}

/** No step leads from the one state of a dataset to the other. */
export function stateNotAllowed(from: string, to: string): RequestError {
  return new RequestError('conflict', 'state-not-allowed', {
    uk: `Набір у стані «${from}», перевести його в стан «${to}» не можна. Оновіть сторінку.`,
    en: `The dataset is “${from}” and cannot become “${to}”. Reload the page.`,
  });
}

/** A form whose values do not fit: each fault at its field. */
export function invalidForm(fields: readonly FieldFault[]): RequestError {
  const text = {
    uk: 'Дещо заповнено не так. Виправте позначені поля, решту збережено у формі.',
    en: 'Some fields do not fit. Mend the marked ones; the rest is kept in the form.',
  };
  return new RequestError('invalid', 'form-invalid', text, fields);
}

/** The same for what a schema refuses; our own words replace the schema's. */
export function invalidValues(error: ZodError): RequestError {
  const fields = error.issues.map((issue) => {
    const field = issue.path.join('.');
    if (issue.code === 'too_big') {
      const text = {
        uk: `Завелике: вміщується ${issue.maximum}. Скоротіть.`,
        en: `Too large: ${issue.maximum} fit. Shorten it.`,
      };
      return { field, text };
    }
    const text = {
      uk: 'Це значення сюди не підходить. Перевірте його й спробуйте ще раз.',
      en: 'This value does not fit here. Check it and try again.',
    };
    return { field, text };
  });
  return invalidForm(fields);
}
