import { RequestError } from '../../kernel/errors.ts';

/** The term of a review is out of its bounds. */
export function badSettings(): RequestError {
  const text = {
    uk: 'Строк перевірки: від 1 до 30 робочих днів.',
    en: 'The term of a review: from 1 to 30 working days.',
  };
  return new RequestError('invalid', 'form-invalid', text, [{ field: 'termDays', text }]);
}

export function noSubmission(): RequestError {
  return new RequestError('not-found', 'submission-not-found', {
    uk: 'Такого подання немає. Можливо, чернетку набору видалено.',
    en: 'There is no such submission. The draft of the dataset may have been removed.',
  });
}

/** Somebody was first. */
export function alreadyDecided(): RequestError {
  return new RequestError('conflict', 'already-decided', {
    uk: 'Це подання вже розглянуто або відкликано. Оновіть сторінку, щоб побачити рішення.',
    en: 'This submission has been decided or taken back already. Reload the page to see what was decided.',
  });
}

/** What was submitted is not what lies there now. */
export function staleSubmission(): RequestError {
  return new RequestError('conflict', 'submission-stale', {
    uk: 'Після подання набір змінили, тому погодити його вже не можна. Попросіть подати його знову.',
    en: 'The dataset was changed after it was submitted, so it cannot be approved any more. Ask for it to be submitted anew.',
  });
}

/** A draft is not given back without a reason. */
export function noReasons(): RequestError {
  const text = {
    uk: 'Позначте хоча б одну причину. Якщо її немає в переліку, оберіть «Інше» і поясніть словами.',
    en: 'Tick at least one reason. If it is not in the list, choose “Something else” and tell it in words.',
  };
  return new RequestError('invalid', 'form-invalid', text, [{ field: 'reasons', text }]);
}

/** @param field of the form, where the words are missing */
export function noWords(field: string): RequestError {
  const text = { uk: 'Напишіть, що саме (до 4000 знаків).', en: 'Write what exactly (up to 4000 characters).' };
  return new RequestError('invalid', 'form-invalid', text, [{ field, text }]);
}

/** The whole list is gone through before one approves one's own work. */
export function listNotTicked(): RequestError {
  const text = {
    uk: 'Ви подали цей набір самі. Позначте кожен пункт переліку, який перевірили.',
    en: 'You submitted this dataset yourself. Tick every line of the list that you have checked.',
  };
  return new RequestError('invalid', 'form-invalid', text, [{ field: 'ticked', text }]);
}

/** @param field of the form */
export function badInstant(field: string): RequestError {
  const text = {
    uk: 'Вкажіть день і час оприлюднення: пізніше, ніж зараз, і не далі ніж за рік.',
    en: 'Give the day and the time of publication: later than now and within a year.',
  };
  return new RequestError('invalid', 'form-invalid', text, [{ field, text }]);
}

/** Who submits has to say whether the data tell of people. */
export function noAnswerAboutPeople(): RequestError {
  const text = {
    uk: 'Скажіть, чи є в даних відомості про людей: від цього залежить, що перевіряти.',
    en: 'Say whether the data tell of people: what is to be checked depends on it.',
  };
  return new RequestError('invalid', 'form-invalid', text, [{ field: 'personalData', text }]);
}

export function noComment(): RequestError {
  return new RequestError('not-found', 'comment-not-found', {
    uk: 'Такого коментаря немає.',
    en: 'There is no such comment.',
  });
}

/** Only those who look after the whole portal decide here. */
export function notAReviewer(): RequestError {
  return new RequestError('forbidden', 'not-a-reviewer', {
    uk: 'За налаштуваннями порталу набори погоджує координатор.',
    en: 'By the settings of the portal, datasets are approved by the coordinator.',
  });
}
