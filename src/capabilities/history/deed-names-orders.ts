import type { Text } from '../../kernel/text.ts';

/** Deeds over documents of the community: orders, norms, the policy. */
export const ORDERS: Readonly<Record<string, Text>> = {
  'order.created': { uk: 'Почато документ', en: 'Document begun' },
  'order.changed': { uk: 'Змінено документ', en: 'Document changed' },
  'order.tied': { uk: 'Вказано, що документ змінює або скасовує', en: 'Said what the document changes or replaces' },
  'order.sent-to-sign': { uk: 'Передано документ на підпис', en: 'Document sent to be signed' },
  'order.back-to-draft': { uk: 'Повернуто документ у чернетки', en: 'Document brought back to drafts' },
  'order.removed': { uk: 'Вилучено чернетку документа', en: 'Draft of a document removed' },
  'order.signed': { uk: 'Документ підписано', en: 'Document signed' },
  'order.signing-undone': { uk: 'Скасовано підписання документа', en: 'Signing of a document undone' },
  'order.amended': { uk: 'Документ змінено іншим', en: 'Document changed by another' },
  'order.ended': { uk: 'Документ втратив чинність', en: 'Document lost its force' },
  'order.published': { uk: 'Документ показано всім', en: 'Document made public' },
  'order.hidden': { uk: 'Документ знято з показу', en: 'Document taken off the public page' },
  'order.effect-prepared': { uk: 'Підготовлено наслідок документа', en: 'Effect of a document prepared' },
  'order.effect-dropped': { uk: 'Прибрано наслідок документа', en: 'Effect of a document taken off' },
  'order.file-added': { uk: 'Додано файл документа', en: 'File of a document added' },
  'order.file-removed': { uk: 'Вилучено файл документа', en: 'File of a document removed' },
  'order.file-shown': { uk: 'Відкрито файл документа всім', en: 'File of a document made public' },
  'order.file-hidden': { uk: 'Закрито файл документа', en: 'File of a document closed' },
  'norm.added': { uk: 'Додано норму', en: 'Norm added' },
  'norm.changed': { uk: 'Змінено норму', en: 'Norm changed' },
  'norm.removed': { uk: 'Вилучено норму', en: 'Norm removed' },
};
