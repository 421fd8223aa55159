import type { FieldFault } from '../../kernel/errors.ts';
import { emailFaults } from '../accounts/index.ts';

/** The city's official channel for requests under the Law; what is empty is not shown. */
export interface RequestChannel {
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  /** Web address of an electronic form. */
  readonly form: string;
}

/** How a community deals with messages. The terms are its own promise to people, not terms of a law. */
export interface CommunitySettings {
  readonly channel: RequestChannel;
  /** Working days to answer a question or an error. */
  readonly answerDays: number;
  /** Working days to take up a proposal. */
  readonly proposalDays: number;
  /** Days after which names and e-mail addresses of settled messages are erased. */
  readonly keepDays: number;
}

function wholeFaults(field: string, value: number, most: number): FieldFault[] {
  if (Number.isInteger(value) && value >= 1 && value <= most) return [];
  return [
    {
      field,
      text: { uk: `Вкажіть ціле число від 1 до ${most}.`, en: `Give a whole number from 1 to ${most}.` },
    },
  ];
}

function formFaults(form: string): FieldFault[] {
  if (form === '' || (/^https?:\/\/[^\s/]+\.[^\s]+$/.test(form) && URL.canParse(form))) return [];
  return [
    {
      field: 'form',
      text: {
        uk: 'Адреса форми починається з https://, наприклад https://rada.example.ua/zapyt.',
        en: 'The address of the form begins with https://, for example https://council.example.ua/request.',
      },
    },
  ];
}

function lengthFaults(field: string, value: string, most: number): FieldFault[] {
  if (value.length <= most) return [];
  return [{ field, text: { uk: `Не більше ${most} знаків.`, en: `At most ${most} characters.` } }];
}

/** Faults of the settings; the fields are called as here. */
export function settingsFaults({ channel, ...settings }: CommunitySettings): FieldFault[] {
  return [
    ...lengthFaults('address', channel.address, 500),
    ...(channel.email === '' ? [] : emailFaults(channel.email)),
    ...lengthFaults('phone', channel.phone, 200),
    ...formFaults(channel.form),
    ...wholeFaults('answerDays', settings.answerDays, 60),
    ...wholeFaults('proposalDays', settings.proposalDays, 60),
    ...wholeFaults('keepDays', settings.keepDays, 730),
  ];
}
