import type { Letter } from '../../../platform/mail/mail.ts';

/** Whom a letter about signing in is for. Written in both languages: nobody knows which one the reader uses. */
export interface WarningLetter {
  readonly to: string;
  readonly name: string;
  /** Name of the community, as the sender. */
  readonly community: string;
}

function inBoth(facts: WarningLetter, subject: string, uk: string, en: string): Letter {
  const { to, name, community } = facts;
  return {
    to,
    subject: `${subject}: портал відкритих даних, ${community}`,
    body: `Вітаємо, ${name}.\n\n${uk}\n\n---\n\nHello, ${name}.\n\n${en}\n`,
  };
}

/** Many wrong passwords were tried. @param tries how many in a quarter of an hour */
export function guessedPasswordLetter(facts: WarningLetter, tries: number): Letter {
  return inBoth(
    facts,
    'Хтось добирає ваш пароль',
    `За чверть години ${tries} разів намагалися увійти з вашою адресою і неправильним паролем. Увійти не вдалося.\n\nЯкщо це були не ви: пароль не розкрито, і на пристрої, з якого ви вже входили, вхід працює як завжди. Увімкніть у кабінеті другий крок входу («Мій запис» → «Другий крок»), тоді й вгаданий пароль нікого не впустить.`,
    `In a quarter of an hour somebody tried ${tries} times to sign in with your address and a wrong password. They did not get in.\n\nIf it was not you: your password is not known, and on a device you have signed in from before everything works as always. Turn on the second step in the cabinet (“My account” → “Second step”): then even a guessed password lets nobody in.`,
  );
}

/** The password was right and the code wrong, several times. */
export function guessedCodeLetter(facts: WarningLetter): Letter {
  return inBoth(
    facts,
    'Хтось знає ваш пароль',
    'Хтось увів ваш правильний пароль, а потім кілька разів неправильний код другого кроку. Увійти не вдалося.\n\nЯкщо це були не ви, змініть пароль: у кабінеті або за посиланням «Забули пароль?» на сторінці входу.',
    'Somebody typed your right password and then a wrong code of the second step several times. They did not get in.\n\nIf it was not you, change your password: in the cabinet, or by “Forgot the password?” on the sign-in page.',
  );
}

/** An administrator took the second step off. */
export function factorResetLetter(facts: WarningLetter): Letter {
  return inBoth(
    facts,
    'Ваш другий крок входу знято',
    'Адміністратор зняв з вашого запису другий крок входу: код, коди відновлення і ключі доступу більше не діють, відкриті сеанси завершено. Увійдіть з паролем і налаштуйте другий крок знову.\n\nЯкщо ви цього не просили, повідомте адміністратора порталу.',
    'An administrator took the second step off your account: codes, recovery codes and passkeys no longer work, open sessions have ended. Sign in with your password and set the second step up again.\n\nIf you did not ask for it, tell the administrator of the portal.',
  );
}

/** Another service now opens the account. @param service its name as on the button */
export function linkedLetter(facts: WarningLetter, service: string): Letter {
  return inBoth(
    facts,
    'До вашого запису додано вхід',
    `Тепер у кабінет можна увійти ще й так: «${service}».\n\nЯкщо це зробили не ви, від’єднайте цей вхід на сторінці «Мій запис» і змініть пароль.`,
    `You can now sign in to the cabinet by “${service}” as well.\n\nIf it was not you who added it, remove it on the page “My account” and change your password.`,
  );
}
