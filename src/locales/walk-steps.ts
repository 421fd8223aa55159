/** Names of the screens of the walk, and the words of the links to them, in Ukrainian. */
export const walkStepsUk = {
  steps: {
    file: 'Файл',
    look: 'Погляд',
    repairs: 'Виправлення',
    privacy: 'Персональні дані',
    passport: 'Паспорт',
    publish: 'Готово',
  },
  toStep: {
    file: 'до файлу',
    repairs: 'до виправлень',
    privacy: 'до персональних даних',
    passport: 'до паспорта',
    structure: 'до структури',
  },
};

/** The same in English. */
export const walkStepsEn: typeof walkStepsUk = {
  steps: {
    file: 'File',
    look: 'Look',
    repairs: 'Repairs',
    privacy: 'Personal data',
    passport: 'Passport',
    publish: 'Done',
  },
  toStep: {
    file: 'to the file',
    repairs: 'to the repairs',
    privacy: 'to the personal data',
    passport: 'to the passport',
    structure: 'to the structure',
  },
};
