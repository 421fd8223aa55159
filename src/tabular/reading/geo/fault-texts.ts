import type { Text } from '../../../kernel/text.ts';
import type { GeometryFault } from '../../geometry/geometry-fault.ts';

/** Faults of features around their geometries. */
export type FeatureFault =
  | 'feature-not-object'
  | 'feature-type'
  | 'feature-properties'
  | 'feature-no-geometry'
  | 'feature-id'
  | 'feature-foreign-member'
  | 'feature-bbox';
export type GeoFault = GeometryFault | FeatureFault;

/** What each fault is called, in the words of the file's maker: `RFC 7946` is the standard of GeoJSON. */
export const FAULT_TEXTS: Readonly<Record<GeoFault, Text>> = {
  'geometry-not-object': {
    uk: 'Місце об’єкта записано не як геометрію GeoJSON.',
    en: 'The place of the object is not written as a GeoJSON geometry.',
  },
  'geometry-no-type': {
    uk: 'У геометрії не сказано, що це: точка, лінія чи полігон (поле type).',
    en: 'The geometry does not say what it is: a point, a line or a polygon (the field type).',
  },
  'geometry-unknown-type': { uk: 'Такого типу геометрії GeoJSON не має.', en: 'GeoJSON has no such type of geometry.' },
  'geometry-no-coordinates': { uk: 'У геометрії немає координат.', en: 'The geometry has no coordinates.' },
  'geometry-nesting': {
    uk: 'Дужок навколо координат більше або менше, ніж має бути в такої геометрії.',
    en: 'There are more or fewer brackets around the coordinates than such a geometry has.',
  },
  'geometry-not-number': { uk: 'Координата не є числом.', en: 'A coordinate is not a number.' },
  'geometry-short-position': {
    uk: 'Точка має менше двох координат: потрібні довгота й широта.',
    en: 'A position has fewer than two coordinates: longitude and latitude are needed.',
  },
  'geometry-short-line': { uk: 'Лінія має менше двох точок.', en: 'A line has fewer than two positions.' },
  'geometry-short-ring': {
    uk: 'Контур полігона має менше чотирьох точок.',
    en: 'A ring of a polygon has fewer than four positions.',
  },
  'geometry-type-case': {
    uk: 'Тип геометрії написано іншими літерами, ніж у стандарті. Ми записали його за стандартом.',
    en: 'The type of the geometry is written in other letters than in the standard. We wrote it by the standard.',
  },
  'geometry-open-ring': {
    uk: 'Контур полігона не замкнено: остання точка не дорівнює першій. Ми замкнули його.',
    en: 'A ring of a polygon is not closed: its last position is not its first. We closed it.',
  },
  'geometry-winding': {
    uk: 'Контур полігона обходять не за правилом правої руки (RFC 7946: зовнішній проти годинникової стрілки). Ми розвернули його, точки ті самі.',
    en: 'A ring of a polygon does not follow the right-hand rule (RFC 7946: the outer one counter-clockwise). We turned it round, its positions are the same.',
  },
  'geometry-long-position': {
    uk: 'Точка має більше трьох чисел. Карта зрозуміє довготу, широту й висоту, решту програми не читають.',
    en: 'A position has more than three numbers. Maps understand longitude, latitude and height; programs do not read the rest.',
  },
  'geometry-nested-collection': {
    uk: 'Набір геометрій стоїть у наборі геометрій. Стандарт просить так не робити: не всі програми це покажуть.',
    en: 'A collection of geometries stands in a collection. The standard asks not to: not every program shows it.',
  },
  'geometry-single-collection': {
    uk: 'Набір геометрій має лише одну. Краще записати її без набору.',
    en: 'A collection of geometries has only one. It is better written without the collection.',
  },
  'geometry-foreign-member': {
    uk: 'У геометрії стоїть поле, яке належить об’єкту (properties, geometry чи features). До таблиці воно не входить.',
    en: 'A geometry has a field that belongs to a feature (properties, geometry or features). It is no part of the table.',
  },
  'geometry-bbox': {
    uk: 'Межі (bbox) геометрії мають бути чотирма числами або шістьма. Ми їх відкинули: межі видно з координат.',
    en: 'The bounds (bbox) of a geometry must be four numbers or six. We left them out: the coordinates tell the bounds.',
  },
  'feature-not-object': {
    uk: 'На місці об’єкта карти стоїть щось інше. До таблиці воно не входить.',
    en: 'Something else stands where a feature should. It is no part of the table.',
  },
  'feature-type': {
    uk: 'Об’єкт карти не названо Feature (поле type). Поля його прочитано.',
    en: 'An object of the map is not called Feature (the field type). Its fields were read.',
  },
  'feature-properties': {
    uk: 'Поля об’єкта (properties) мають бути об’єктом JSON. Цих значень у таблиці немає.',
    en: 'The fields of a feature (properties) must be a JSON object. These values are not in the table.',
  },
  'feature-no-geometry': {
    uk: 'Об’єкт не має поля geometry (порожнє місце пишуть як null). Рядок лишається без місця.',
    en: 'A feature has no field geometry (an empty place is written as null). The row stays without a place.',
  },
  'feature-id': {
    uk: 'Номер об’єкта (id) має бути числом або текстом. До таблиці він не входить.',
    en: 'The id of a feature must be a number or a text. It is no part of the table.',
  },
  'feature-foreign-member': {
    uk: 'В об’єкті стоїть поле, якого стандарт у цьому місці не дозволяє (coordinates, features, properties …). До таблиці воно не входить.',
    en: 'An object has a field the standard does not allow there (coordinates, features, properties …). It is no part of the table.',
  },
  'feature-bbox': {
    uk: 'Межі (bbox) мають бути чотирма числами або шістьма. Ми їх відкинули: межі видно з координат.',
    en: 'The bounds (bbox) must be four numbers or six. We left them out: the coordinates tell the bounds.',
  },
};
