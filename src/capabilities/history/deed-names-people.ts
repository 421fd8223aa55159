import type { Text } from '../../kernel/text.ts';

/** Deeds around the people who answer for data: training, consultations, guidance, the working group, letters. */
export const OF_PEOPLE: Readonly<Record<string, Text>> = {
  'course.added': { uk: 'Додано курс', en: 'Course added' },
  'course.changed': { uk: 'Змінено курс', en: 'Course changed' },
  'training.taken': { uk: 'Записано пройдений курс', en: 'Course taken' },
  'training.removed': { uk: 'Вилучено запис про курс', en: 'Record of a course removed' },
  'session.planned': { uk: 'Заплановано навчання', en: 'Training planned' },
  'session.changed': { uk: 'Змінено навчання', en: 'Training changed' },
  'session.cancelled': { uk: 'Скасовано навчання', en: 'Training cancelled' },
  'session.held': { uk: 'Відмічено присутніх на навчанні', en: 'List of a training ticked' },
  'consultation.noted': { uk: 'Записано консультацію', en: 'Consultation noted' },
  'consultation.removed': { uk: 'Вилучено запис про консультацію', en: 'Record of a consultation removed' },
  'material.added': { uk: 'Додано методичний матеріал', en: 'Guidance added' },
  'material.changed': { uk: 'Змінено методичний матеріал', en: 'Guidance changed' },
  'material.read': { uk: 'Ознайомлення з методичним матеріалом', en: 'Guidance read' },
  'letter.sent': { uk: 'Надіслано лист групі', en: 'Letter to a group sent' },
  'letter.read': { uk: 'Ознайомлення з листом', en: 'Letter read' },
  'group.changed': { uk: 'Змінено робочу групу', en: 'Working group changed' },
  'group.member-added': { uk: 'Додано члена робочої групи', en: 'Member of the working group added' },
  'group.member-left': { uk: 'Член робочої групи вибув', en: 'Member of the working group left' },
  'sitting.planned': { uk: 'Заплановано засідання', en: 'Session planned' },
  'sitting.changed': { uk: 'Змінено засідання', en: 'Session changed' },
  'sitting.held': { uk: 'Збережено протокол засідання', en: 'Minutes of a session saved' },
  'decision.made': { uk: 'Записано рішення робочої групи', en: 'Decision of the working group noted' },
  'decision.closed': { uk: 'Закрито рішення робочої групи', en: 'Decision of the working group closed' },
  'decision.became-dataset': { uk: 'За рішенням заплановано набір', en: 'A dataset planned by a decision' },
};
