import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeBackup } from '../backup/write-backup.ts';
import { withSystem } from '../open-system.ts';
import type { Command } from './command.ts';

/** `vidkryto backup FILE`. */
export const backup: Command = async ({ args, config }) => {
  const [file] = args;
  if (!file) {
    process.stderr.write('Назвіть файл: backup ФАЙЛ / Name the file: backup FILE\n');
    return 2;
  }
  const path = resolve(file);
  if (existsSync(path)) {
    process.stderr.write(`Файл уже є, його не змінено: ${path}\nThe file exists and was not changed: ${path}\n`);
    return 1;
  }
  const made = await withSystem(config, ({ database, ctx }) =>
    writeBackup({ pool: database.pool, objects: ctx.objects }, path),
  );
  const rows = made.tables.reduce((sum, table) => sum + table.rows, 0);
  const size = made.objects.reduce((sum, object) => sum + object.size, 0);
  process.stdout.write(
    `${path}\nЗаписів: ${rows}, таблиць: ${made.tables.length}, файлів: ${made.objects.length} (${size} байтів).\n` +
      `Records: ${rows}, tables: ${made.tables.length}, files: ${made.objects.length} (${size} bytes).\n`,
  );
  const { tables, objects } = made.restricted ?? { tables: [], objects: { files: 0, bytes: 0 } };
  const names = tables.map(({ table }) => table).join(', ');
  process.stdout.write(
    `З обмеженим доступом (початкові файли, чернетки, люди): файлів ${objects.files} (${objects.bytes} байтів), таблиць ${tables.length}: ${names}. Бережіть копію як персональні дані.\n` +
      `Restricted (original files, drafts, people): files ${objects.files} (${objects.bytes} bytes), tables ${tables.length}: ${names}. Keep the backup as personal data.\n`,
  );
  return 0;
};
