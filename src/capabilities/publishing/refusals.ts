import { RequestError } from '../../kernel/errors.ts';
import type { Closure, PublicationFault } from './publication.ts';

/** Nobody published the dataset yet, so there is nothing to close or confirm. */
export function neverPublished(): RequestError {
  return new RequestError('conflict', 'never-published', {
    uk: 'Цей набір ще не опубліковано. Спочатку опублікуйте його.',
    en: 'This dataset is not published yet. Publish it first.',
  });
}

/** The draft has faults; each is told in its place. */
export function notReady(faults: readonly PublicationFault[]): RequestError {
  return new RequestError(
    'invalid',
    'not-ready-to-publish',
    {
      uk: `Набір ще не можна опублікувати. ${faults.map(({ text }) => text.uk).join(' ')}`,
      en: `The dataset cannot be published yet. ${faults.map(({ text }) => text.en).join(' ')}`,
    },
    faults,
  );
}

/** The draft is what the public already has. */
export function nothingNew(number: number): RequestError {
  return new RequestError('conflict', 'nothing-new', {
    uk: `Усе це вже опубліковано як версію ${number}. Завантажте новий файл або змініть паспорт; якщо дані ті самі, натисніть «Дані не змінились».`,
    en: `All this is already published as version ${number}. Upload a new file or change the passport; if the data are the same, choose "The data have not changed".`,
  });
}

/** Somebody worked on the draft while it was being published. */
export function changedMeanwhile(): RequestError {
  return new RequestError('conflict', 'changed-meanwhile', {
    uk: 'Поки ми готували публікацію, набір змінили. Перегляньте його й опублікуйте ще раз.',
    en: 'The dataset was changed while we prepared its publication. Look at it and publish it again.',
  });
}

/** The work failed by our fault every time it was tried. */
export function notPublished(): RequestError {
  return new RequestError('internal', 'publication-failed', {
    uk: 'Опублікувати не вдалося через помилку на нашому боці. Набір і портал лишилися такими, як були. Спробуйте ще раз; якщо не вийде, повідомте адміністратора.',
    en: 'The publication failed by a fault on our side. The dataset and the portal are as they were. Try once more; if it fails again, tell the administrator.',
  });
}

/** Published only while the data are open. */
export function closedDataset(state: 'suspended' | 'withdrawn'): RequestError {
  return state === 'suspended'
    ? new RequestError('conflict', 'dataset-suspended', {
        uk: 'Доступ до набору призупинено. Спочатку відновіть його.',
        en: 'Access to the dataset is suspended. Reopen it first.',
      })
    : new RequestError('conflict', 'dataset-withdrawn', {
        uk: 'Набір вилучено назавжди. Щоб опублікувати ці дані, створіть новий набір.',
        en: 'The dataset is withdrawn for good. To publish these data, create a new dataset.',
      });
}

/** Two-person review is on, and nobody has approved exactly this draft. */
export function notApproved(): RequestError {
  return new RequestError('conflict', 'not-approved', {
    uk: 'Перед публікацією набір має погодити інша людина. Надішліть його на перевірку; якщо його вже погоджували, після того його змінили.',
    en: 'Before publication somebody else has to approve the dataset. Submit it for review; if it was approved already, it was changed since.',
  });
}

/** Nobody updates an archived dataset; it can be brought back first. */
export function archivedDataset(): RequestError {
  return new RequestError('conflict', 'dataset-archived', {
    uk: 'Набір архівний, його більше не оновлюють. Спершу поверніть його з архіву.',
    en: 'The dataset is archived and no longer updated. Bring it back from the archive first.',
  });
}

/** Службовий: the registry knows of it, the public never sees it. */
export function internalDataset(): RequestError {
  return new RequestError('conflict', 'dataset-internal', {
    uk: 'Набір службовий, тому громадянам його не показують. Щоб опублікувати, спершу зробіть його звичайною чернеткою.',
    en: 'The dataset is internal and is never shown to the public. To publish it, first make it an ordinary draft.',
  });
}

/** Whoever asks for closed data is told why and by which order. */
export function closedData(state: 'suspended' | 'withdrawn', closure: Closure | null): RequestError {
  const { order = '', reviewOn = null } = closure ?? {};
  const reason = asSentence(closure?.reason ?? '');
  if (closure?.version !== undefined && closure.purged) {
    return new RequestError('gone', 'version-purged', {
      uk: `Версію ${closure.version} вилучено назавжди: ${reason} Підстава: ${order}.`,
      en: `Version ${closure.version} was removed for good: ${reason} Ground: ${order}.`,
    });
  }
  if (closure?.version !== undefined) {
    return new RequestError('gone', 'version-withdrawn', {
      uk: `Версію ${closure.version} вилучено: ${reason} Підстава: ${order}. Інші версії набору відкриті.`,
      en: `Version ${closure.version} is withdrawn: ${reason} Order: ${order}. The other versions of the dataset are open.`,
    });
  }
  if (state === 'withdrawn') {
    return new RequestError('gone', 'dataset-withdrawn', {
      uk: `Набір вилучено: ${reason} Підстава: ${order}.`,
      en: `The dataset is withdrawn: ${reason} Order: ${order}.`,
    });
  }
  return new RequestError('forbidden', 'dataset-suspended', {
    uk: `Доступ до набору призупинено: ${reason} Підстава: ${order}. Рішення переглянуть ${reviewOn ?? ''}.`,
    en: `Access to the dataset is suspended: ${reason} Order: ${order}. The decision will be reviewed on ${reviewOn ?? ''}.`,
  });
}

/** People end a reason with a stop or without; beside another sentence it needs one. */
function asSentence(words: string): string {
  return /[.…!?]$/.test(words) || words === '' ? words : `${words}.`;
}

/** Rows of a table that was made before the present decisions on personal data would carry past them what they take out. */
export function madeBeforeDecision(title: string, what: 'rows' | 'file'): RequestError {
  return what === 'rows'
    ? new RequestError('conflict', 'rows-before-decision', {
        uk: `Рядки таблиці «${title}» програма записала до того, як ви вирішили, що робити з персональними даними. Надішліть таблицю файлом: рішення застосуються до неї.`,
        en: `Rows of “${title}” were written by a program before you decided on its personal data. Send the table as a file: the decisions are applied to it.`,
      })
    : new RequestError('conflict', 'file-before-decision', {
        uk: `Таблицю «${title}» зроблено до рішення про персональні дані, а її файл уже прибрано. Завантажте файл ще раз: рішення застосуються до нього.`,
        en: `The table “${title}” was made before the decision on personal data, and its file is no more. Upload the file again: the decisions are applied to it.`,
      });
}
