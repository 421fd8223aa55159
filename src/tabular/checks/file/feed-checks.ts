import type { ReadCheck } from '../read-check.ts';

/** What is said of feeds of public transport (GTFS). */
export const FEED_CHECKS: readonly ReadCheck[] = [
  {
    code: 'gtfs-missing',
    title: { uk: 'У розкладі GTFS бракує частин', en: 'Parts of the GTFS feed are missing' },
    why: {
      uk: 'Програми маршрутів приймають розклад лише з усіма обов’язковими файлами й стовпцями: без одного з них транспорту міста в них не буде.',
      en: 'Programs for routes take a feed only with all required files and columns: without one of them the transport of the city is not in them.',
    },
  },
  {
    code: 'gtfs-reference',
    title: { uk: 'Посилання GTFS у нікуди', en: 'GTFS rows that point nowhere' },
    why: {
      uk: 'Рейс із невідомою зупинкою чи маршрутом програма пропускає, і людина його не побачить.',
      en: 'A program skips a trip with an unknown stop or route, and nobody sees it.',
    },
  },
  {
    code: 'gtfs-value',
    title: { uk: 'Значення GTFS не за стандартом', en: 'GTFS values against the standard' },
    why: {
      uk: 'Час або координата в іншому записі зупиняє читання всього розкладу.',
      en: 'A time or a coordinate written another way stops the reading of the whole feed.',
    },
  },
];
