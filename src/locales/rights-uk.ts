import { plural } from '../language/plural.ts';
import { appointmentsUk } from './appointments-uk.ts';

type Role = keyof typeof appointmentsUk.roles;

export const rightsUk = {
  title: 'Хто що може',
  lead: 'Права дає лише призначення: роль, підрозділ, а для відповідальної особи й помічника ще й те, на що їх призначено. Створювати, подавати, погоджувати й оприлюднювати: це чотири різні дії.',
  mine: 'Що можете ви',
  ofPerson: 'Що може ця людина',
  nothing: 'Зараз нічого: чинних призначень немає, або людини немає на роботі.',
  reach: { all: 'в усіх підрозділах', 'own-and-below': 'у своєму підрозділі і тих, що нижче' },
  everywhere: 'В усіх підрозділах',
  inUnit: (unit: string) => `«${unit}» і підрозділи нижче`,
  onDatasets: (count: number, unit: string) =>
    `${count} ${plural(count, 'названий набір', 'названі набори', 'названих наборів')} («${unit}»)`,
  insteadOf: (name: string) => `, замість «${name}»,`,
  may: (place: string, instead: string) => `${place}${instead}: може`,
  sentence: (role: Role, reach: string, condition: string) =>
    `${appointmentsUk.roles[role]} може ${reach}${condition}:`,
  ifAppointed: (functions: readonly string[]) => `, якщо в призначенні є ${functions.join(' або ')}`,
  never: 'Не може:',
  list: (deeds: readonly string[]) =>
    deeds.length < 2 ? deeds.join('') : `${deeds.slice(0, -1).join(', ')} і ${deeds.at(-1)}`,
  deeds: {
    'settings.change': 'змінювати налаштування порталу',
    'units.manage': 'вести перелік підрозділів',
    'people.manage': 'вести перелік людей і їхній доступ',
    'appointment.manage': 'призначати людей',
    'dataset.create': 'створювати набори',
    'dataset.edit': 'змінювати файли, паспорти й структуру наборів',
    'dataset.submit': 'подавати набори на перевірку',
    'dataset.approve': 'погоджувати набори або повертати їх із причинами',
    'dataset.publish': 'оприлюднювати набори',
    'privacy.protect': 'вирішувати, що з персональних даних прибрати, приховати чи узагальнити',
    'privacy.keep': 'вирішувати, які персональні дані оприлюднити і на якій підставі',
    'dataset.close': 'призупиняти, відновлювати й знімати набори',
    'dataset.purge': 'терміново вилучати оприлюднені дані назавжди',
    'dataset.view-drafts': 'бачити чернетки',
    'dataset.view-internal': 'бачити службові набори',
    'original.read': 'читати початкові файли з персональними даними, щоразу з причиною в журналі',
    'dataset.comment': 'залишати зауваження до наборів',
    'dataset.coordinate': 'діяти над багатьма наборами одразу',
    'message.view': 'читати повідомлення людей',
    'message.answer': 'відповідати людям',
    'history.view': 'читати історію',
    'search.words': 'додавати слова пошуку',
    'token.manage': 'видавати ключі для програм',
    'city.manage': 'вести документи громади: розпорядження, переліки, навчання, перенесення з інших порталів',
    'mandate.answer': 'відповідати за обов’язкові набори: пов’язувати їх, зазначати, чого немає і чому',
    'registry.confirm': 'підтверджувати реєстр',
  },
};

export type RightsTexts = typeof rightsUk;
