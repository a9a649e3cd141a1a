import type { JsonProblem } from './json-text';

const [QUOTE, BACKSLASH, COMMA, COLON, MINUS, POINT] = [0x22, 0x5c, 0x2c, 0x3a, 0x2d, 0x2e];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const LITERALS = ['true', 'false', 'null'].map((text) => Buffer.from(text));
const ESCAPED = new Set([...'"\\/bfnrt'].map((each) => each.charCodeAt(0)));

class ScanStop extends Error {
  constructor(readonly problem: JsonProblem) {
    super(problem.code);
  }
}

/** What a scan saw: the first key that stands twice in one object, and where the items of a list at the top lie. */
export interface JsonScan {
  readonly duplicate?: JsonProblem;
  /** [from, until) of each item, when the text is one list; else undefined. */
  readonly items?: readonly (readonly [number, number])[];
}

/** One walk over the bytes, without recursion: grammar of RFC 8259, depth, repeated keys. */
class Scanner {
  private at = 0;
  /** Keys seen of each object that is open; undefined for a list. */
  private readonly open: (Set<string> | undefined)[] = [];
  private duplicate: JsonProblem | undefined;
  private readonly items: [number, number][] = [];
  private readonly buffer: Buffer;

  constructor(private readonly bytes: Uint8Array, private readonly depthMax: number) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  scan(): JsonScan {
    this.space();
    if (this.at === this.bytes.length) throw new ScanStop({ code: 'empty', offset: 0, found: 'nothing', expected: 'a JSON object' });
    const list = this.bytes[this.at] === OPEN_LIST;
    do this.value(); while (this.next());
    this.space();
    if (this.at < this.bytes.length) this.fail('the end of the text');
    return { ...(this.duplicate && { duplicate: this.duplicate }), ...(list && { items: this.items }) };
  }

  /** One value, or the opening of one, down to the first that is no container. */
  private value(): void {
    for (;;) {
      this.space();
      if (this.open.length === 1 && this.open[0] === undefined) this.items.push([this.at, this.at]);
      const byte = this.bytes[this.at];
      if (byte === OPEN_OBJECT) {
        this.enter(new Set());
        if (this.leaveIf(CLOSE_OBJECT)) return;
        this.key();
      } else if (byte === OPEN_LIST) {
        this.enter(undefined);
        this.space();
        if (this.leaveIf(CLOSE_LIST)) return;
      } else {
        this.scalar(byte);
        return;
      }
    }
  }

  /** After a value: closes what ends, and tells whether another value follows. */
  private next(): boolean {
    while (this.open.length > 0) {
      const item = this.open.length === 1 && this.open[0] === undefined ? this.items.at(-1) : undefined;
      if (item !== undefined) item[1] = this.at;
      this.space();
      const keys = this.open.at(-1);
      if (this.bytes[this.at] === COMMA) {
        this.at += 1;
        if (keys !== undefined) this.key();
        return true;
      }
      if (!this.leaveIf(keys === undefined ? CLOSE_LIST : CLOSE_OBJECT)) this.fail(keys === undefined ? '"," or "]"' : '"," or "}"');
    }
    return false;
  }

  private enter(keys: Set<string> | undefined): void {
    if (this.open.length >= this.depthMax) {
      throw new ScanStop({ code: 'too-deep', offset: this.at, found: `more than ${this.depthMax} levels`, expected: `up to ${this.depthMax} levels of nesting` });
    }
    this.open.push(keys);
    this.at += 1;
  }

  private leaveIf(close: number): boolean {
    this.space();
    if (this.bytes[this.at] !== close) return false;
    this.open.pop();
    this.at += 1;
    return true;
  }

  private key(): void {
    this.space();
    const from = this.at;
    if (this.bytes[this.at] !== QUOTE) this.fail('a key in double quotes');
    const escaped = this.string();
    const raw = this.buffer.toString('latin1', from + 1, this.at - 1);
    // Keys are compared as meant: "a" and "\u0061" are one key.
    const key = escaped ? Buffer.from(JSON.parse(this.buffer.toString('utf8', from, this.at)) as string, 'utf8').toString('latin1') : raw;
    const keys = this.open.at(-1) as Set<string>;
    if (keys.has(key)) this.duplicate ??= { code: 'duplicate-key', offset: from, found: 'a key that stands twice in one object', expected: 'each key once' };
    keys.add(key);
    this.space();
    if (this.bytes[this.at] !== COLON) this.fail('":"');
    this.at += 1;
  }

  private scalar(byte: number | undefined): void {
    if (byte === QUOTE) {
      this.string();
      return;
    }
    if (byte === MINUS || isDigit(byte)) return this.number();
    const literal = LITERALS.find((each) => each.equals(this.buffer.subarray(this.at, this.at + each.length)));
    this.at += literal?.length ?? this.fail('a value');
  }

  /** Whether the string held an escape. */
  private string(): boolean {
    let escaped = false;
    for (this.at += 1; ; this.at += 1) {
      const byte = this.bytes[this.at];
      if (byte === undefined) this.fail('the closing quote of a text');
      if (byte === QUOTE) break;
      if ((byte as number) < 0x20) this.fail('no control character in a text');
      if (byte === BACKSLASH) {
        escaped = true;
        this.at += 1;
        const kind = this.bytes[this.at];
        if (kind === 0x75) {
          if (!/^[0-9a-fA-F]{4}$/.test(this.buffer.subarray(this.at + 1, this.at + 5).toString('latin1'))) this.fail('four hexadecimal digits');
          this.at += 4;
        } else if (kind === undefined || !ESCAPED.has(kind)) this.fail('an escape that JSON has');
      }
    }
    this.at += 1;
    return escaped;
  }

  private number(): void {
    const from = this.at;
    if (this.bytes[this.at] === MINUS) this.at += 1;
    if (this.bytes[this.at] === 0x30) this.at += 1;
    else this.digits();
    if (this.bytes[this.at] === POINT) {
      this.at += 1;
      this.digits();
    }
    if (this.bytes[this.at] === 0x65 || this.bytes[this.at] === 0x45) {
      this.at += 1;
      if (this.bytes[this.at] === MINUS || this.bytes[this.at] === 0x2b) this.at += 1;
      this.digits();
    }
    // A number that no double can hold would be read as infinity and could not be written back.
    if (this.at - from <= 4 || Number.isFinite(Number(this.buffer.toString('latin1', from, this.at)))) return;
    this.at = from;
    this.fail('a number that a double can hold');
  }

  private digits(): void {
    if (!isDigit(this.bytes[this.at])) this.fail('a digit');
    while (isDigit(this.bytes[this.at])) this.at += 1;
  }

  private space(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return;
      this.at += 1;
    }
  }

  private fail(expected: string): never {
    const byte = this.bytes[this.at];
    const found = byte === undefined ? 'the end of the text' : `byte 0x${byte.toString(16).padStart(2, '0')}`;
    throw new ScanStop({ code: 'invalid-json', offset: this.at, found, expected });
  }
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/**
 * Looks over JSON text before anything parses it: a text nested past `depthMax` is left unparsed, an error has its byte offset,
 * and a key that stands twice is seen (a parser would silently keep the last).
 */
export const scanJson = (bytes: Uint8Array, depthMax: number): { readonly ok: true; readonly scan: JsonScan } | { readonly ok: false; readonly problem: JsonProblem } => {
  try {
    return { ok: true, scan: new Scanner(bytes, depthMax).scan() };
  } catch (error) {
    if (error instanceof ScanStop) return { ok: false, problem: error.problem };
    throw error;
  }
};
