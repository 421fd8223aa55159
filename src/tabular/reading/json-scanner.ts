import { LIMITS } from './refusals.ts';

/** What stands at one place of a JSON document: how many values of which kind an array holds. */
export interface ArrayCensus {
  /** Keys from the root, `/*` for an element of an array: '' is the root itself, '$' the list of root values (NDJSON). */
  readonly path: string;
  /** False: it is an object, whose members are counted. Objects inside arrays are not listed. */
  readonly isArray: boolean;
  /** Names of an object's members, at most `CENSUS_KEYS`. */
  readonly keys: Set<string>;
  objects: number;
  arrays: number;
  scalars: number;
}

interface Frame {
  readonly isArray: boolean;
  readonly path: string;
  readonly census: ArrayCensus | null;
  /** The key whose value comes next. */
  key: string;
  expectsKey: boolean;
  /** A value stands here since the last comma: the next needs one before it. */
  filled: boolean;
}

/** The document breaks the rules of JSON. */
export class JsonFault extends Error {
  readonly reason: 'broken' | 'too-deep' | 'too-long';

  constructor(reason: 'broken' | 'too-deep' | 'too-long') {
    super(`JSON is ${reason}`);
    this.reason = reason;
  }
}

const QUOTE = 34;
const SPACES = new Set([32, 10, 13, 9, 0xfeff, 0x1e]);
const CENSUS_DEPTH = 6;
const CENSUS_PATHS = 2_000;
const CENSUS_KEYS = 200;

/**
 * Walks a JSON text piece by piece: counts what each array holds and hands over the text of each element of one chosen array.
 * It checks the brackets; values are checked by whoever parses the elements.
 */
export class JsonScanner {
  readonly census = new Map<string, ArrayCensus>();
  /** The same of objects outside arrays: how many of their members are what. */
  readonly objects = new Map<string, ArrayCensus>();
  /** Names of the root object's members whose value is no array of the chosen path. */
  readonly rootScalars = new Map<string, string>();
  /** How often each member of the root object stands in it. */
  readonly rootKeys = new Map<string, number>();
  /** Text of the root object's members asked for by name. */
  readonly rootMembers = new Map<string, string>();
  private readonly stack: Frame[] = [];
  private text = '';
  private at = 0;
  private inString = false;
  private escaped = false;
  private inScalar = false;
  private stringStart = 0;
  private valueStart = 0;
  private captureStart = -1;
  private captureDepth = -1;
  private captureKey: string | null = null;

  private readonly chosen: ReadonlySet<string>;
  private readonly onElement: (text: string, path: string, key: string) => void;
  private readonly wanted: ReadonlySet<string>;

  /**
   * @param chosen path of the array (or paths) whose elements are handed over, of an object its members; null: only count
   * @param onElement told the text of an element, the path of what holds it, and the member's key in an object
   * @param wanted names of short members of the root object whose text is kept
   */
  constructor(
    chosen: string | ReadonlySet<string> | null,
    onElement: (text: string, path: string, key: string) => void = () => {},
    wanted: ReadonlySet<string> = new Set(),
  ) {
    this.chosen = typeof chosen === 'string' ? new Set([chosen]) : (chosen ?? new Set());
    this.onElement = onElement;
    this.wanted = wanted;
    const census: ArrayCensus = { path: '$', isArray: true, keys: new Set(), objects: 0, arrays: 0, scalars: 0 };
    this.census.set('$', census);
    this.stack.push({ isArray: true, path: '$', census, key: '', expectsKey: false, filled: false });
  }

  private get top(): Frame {
    const frame = this.stack.at(-1);
    if (frame === undefined) throw new JsonFault('broken');
    return frame;
  }

  /** Takes the next piece of the text. */
  feed(piece: string): void {
    this.text += piece;
    while (this.at < this.text.length) this.step();
    this.forget();
  }

  /** Ends the text. */
  finish(): void {
    if (this.inScalar) this.endScalar();
    if (this.inString || this.stack.length !== 1) throw new JsonFault('broken');
  }

  /** Drops text that no open string, value or captured element needs. */
  private forget(): void {
    let keep = this.at;
    if (this.captureStart >= 0) keep = this.captureStart;
    else if (this.inString) keep = this.stringStart;
    else if (this.inScalar) keep = this.valueStart;
    if (this.at - keep > LIMITS.recordLength * 2) throw new JsonFault('too-long');
    this.text = this.text.slice(keep);
    this.at -= keep;
    this.stringStart -= keep;
    this.valueStart -= keep;
    if (this.captureStart >= 0) this.captureStart = 0;
  }

  private step(): void {
    if (this.inString) {
      this.stepString();
      return;
    }
    const code = this.text.charCodeAt(this.at);
    if (this.inScalar) {
      if (code !== 44 && code !== 93 && code !== 125 && !SPACES.has(code)) {
        this.at += 1;
        return;
      }
      this.endScalar();
    }
    if (!SPACES.has(code)) this.stepMark(code);
    this.at += 1;
  }

  private stepMark(code: number): void {
    switch (code) {
      case QUOTE:
        this.inString = true;
        this.stringStart = this.at;
        if (!this.top.expectsKey) this.beginValue('scalars');
        break;
      case 123:
        this.open(false);
        break;
      case 91:
        this.open(true);
        break;
      case 125:
      case 93:
        this.close(code === 93);
        break;
      case 44:
        if (!this.top.isArray) this.top.expectsKey = true;
        this.top.filled = false;
        break;
      case 58:
        if (this.top.isArray) throw new JsonFault('broken');
        this.top.expectsKey = false;
        break;
      default:
        if (this.top.expectsKey) throw new JsonFault('broken');
        this.inScalar = true;
        this.beginValue('scalars');
    }
  }

  private stepString(): void {
    if (this.escaped) {
      this.escaped = false;
      this.at += 1;
      return;
    }
    const quote = this.text.indexOf('"', this.at);
    const end = quote === -1 ? this.text.length : quote;
    const slash = this.text.slice(this.at, end).indexOf('\\');
    if (slash !== -1) {
      this.escaped = true;
      this.at += slash + 1;
      return;
    }
    if (quote === -1) {
      this.at = this.text.length;
      return;
    }
    this.inString = false;
    this.at = quote + 1;
    if (this.top.expectsKey) this.top.key = keyText(this.text.slice(this.stringStart, this.at));
    else this.endValue(this.text.slice(this.stringStart, this.at));
  }

  private beginValue(kind: 'objects' | 'arrays' | 'scalars'): void {
    const { top } = this;
    if (top.filled && top.path !== '$') throw new JsonFault('broken');
    top.filled = true;
    if (top.census) {
      top.census[kind] += 1;
      if (!top.isArray && top.census.keys.size < CENSUS_KEYS) top.census.keys.add(top.key);
    }
    this.valueStart = this.at;
    if (this.captureStart < 0 && this.chosen.has(top.path)) {
      this.captureStart = this.at;
      this.captureDepth = this.stack.length;
    }
    if (!top.isArray && top.path === '') this.beginMember(top.key);
  }

  private beginMember(key: string): void {
    if (this.rootKeys.size < 100 || this.rootKeys.has(key)) this.rootKeys.set(key, (this.rootKeys.get(key) ?? 0) + 1);
    if (!this.wanted.has(key) || this.captureStart >= 0) return;
    this.captureStart = this.at;
    this.captureDepth = this.stack.length;
    this.captureKey = key;
  }

  private endValue(scalar: string | null): void {
    if (this.captureDepth === this.stack.length) {
      const text = this.text.slice(this.captureStart, this.at);
      if (this.captureKey === null) this.onElement(text, this.top.path, this.top.key);
      else this.rootMembers.set(this.captureKey, text);
      this.captureStart = -1;
      this.captureDepth = -1;
      this.captureKey = null;
    }
    const { top } = this;
    if (!top.isArray && top.path === '' && scalar !== null && this.rootScalars.size < 100)
      this.rootScalars.set(top.key, scalar);
  }

  private endScalar(): void {
    this.inScalar = false;
    this.endValue(this.text.slice(this.valueStart, this.at));
  }

  private childPath(): string {
    const { top } = this;
    if (top.path === '$') return '';
    return top.isArray ? `${top.path}/*` : `${top.path}/${top.key}`;
  }

  private open(isArray: boolean): void {
    if (this.top.expectsKey) throw new JsonFault('broken');
    if (this.stack.length > LIMITS.jsonDepth) throw new JsonFault('too-deep');
    this.beginValue(isArray ? 'arrays' : 'objects');
    const deep = this.stack.length > CENSUS_DEPTH;
    const path = deep ? '…' : this.childPath();
    this.stack.push({
      isArray,
      path,
      census: deep || (!isArray && path.includes('/*')) ? null : this.censusOf(path, isArray),
      key: '',
      expectsKey: !isArray,
      filled: false,
    });
  }

  private censusOf(path: string, isArray: boolean): ArrayCensus | null {
    const places = isArray ? this.census : this.objects;
    const known = places.get(path);
    if (known || places.size >= CENSUS_PATHS) return known ?? null;
    const fresh: ArrayCensus = { path, isArray, keys: new Set(), objects: 0, arrays: 0, scalars: 0 };
    places.set(path, fresh);
    return fresh;
  }

  private close(isArray: boolean): void {
    if (this.stack.length < 2 || this.top.isArray !== isArray) throw new JsonFault('broken');
    this.stack.pop();
    // The closing bracket belongs to the value.
    this.at += 1;
    this.endValue(null);
    this.at -= 1;
  }
}

function keyText(raw: string): string {
  try {
    return String(JSON.parse(raw));
  } catch {
    throw new JsonFault('broken');
  }
}
