/** Lines of the checklist, as the words know them. */
export type ChecklistCode = 'checks' | 'passport' | 'personal' | 'structure' | 'difference';
/** What is answered about people in the data. */
export type PersonalDataAnswer = 'none' | 'closed' | 'lawful' | 'not-asked';
