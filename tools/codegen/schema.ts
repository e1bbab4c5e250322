/**
 * Reads the message definitions in libs/protocol/schema/**.msg. One line a field, nested by two spaces:
 *
 *   api 0 Produce on broker [unstable 14]      opens an API; its `request` and `response` follow
 *   request 3-13 flexible 9+                   versions, and those from which compact types and tagged fields are used
 *   record 3 PartitionRecord 0-2 flexible 0+   also `key`, `value` (with the record type) and `data` (without)
 *     name: string 3-12                        a field and the versions that have it; those of its parent when left out
 *     rack: string? 10+ tag 0 = null           nullable, tagged, with a default
 *     protocolName: string?(7+)                nullable from version 7
 *     topics: [TopicData]                      an array of a struct whose fields follow, one level deeper
 *     struct TaskIds                           a struct that several fields of this message name
 *
 * A field with a default, with a tag, or missing from some versions of its parent may be left out on encode.
 */

/** Inclusive; `hi` is OPEN for "and later". */
export interface Range {
  readonly lo: number;
  readonly hi: number;
}

export type Primitive = 'bool' | 'int8' | 'int16' | 'uint16' | 'int32' | 'uint32' | 'int64' | 'float64' | 'uuid' | 'string' | 'bytes' | 'records';

export type FieldType =
  | { readonly kind: 'primitive'; readonly name: Primitive }
  | { readonly kind: 'struct'; readonly struct: Struct }
  | { readonly kind: 'array'; readonly element: Exclude<FieldType, { kind: 'array' }> };

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly versions: Range;
  /** Versions in which the field may be null; undefined for never. */
  readonly nullable: Range | undefined;
  readonly tag: number | undefined;
  /** Source text after `=`: a number, true, false, 'text', [] or null. */
  readonly defaultText: string | undefined;
}

export interface Struct {
  readonly name: string;
  readonly versions: Range;
  readonly fields: Field[];
}

export type MessageKind = 'request' | 'response' | 'record' | 'key' | 'value' | 'data';

export interface Message extends Struct {
  readonly kind: MessageKind;
  /** API key or record type; -1 for plain data. */
  readonly key: number;
  readonly flexible: Range | undefined;
  /** All structs below it, each once, inner before outer. */
  readonly structs: readonly Struct[];
}

export interface Api {
  readonly key: number;
  readonly name: string;
  readonly listeners: readonly string[];
  /** Version that is not settled yet; undefined for none. */
  readonly unstable: number | undefined;
  readonly request: Message;
  readonly response: Message;
}

export const OPEN = 1_000_000;
const primitives: ReadonlySet<string> = new Set(['bool', 'int8', 'int16', 'uint16', 'int32', 'uint32', 'int64', 'float64', 'uuid', 'string', 'bytes', 'records']);

interface Line {
  readonly indent: number;
  readonly text: string;
  readonly where: string;
}

export function rangesEqual(a: Range, b: Range): boolean {
  return a.lo === b.lo && a.hi === b.hi;
}

function parseRange(text: string, within: Range, where: string): Range {
  const match = /^(\d+)(\+|-(\d+))?$/.exec(text);
  if (match === null) throw new Error(`${where}: '${text}' is no version range`);
  const lo = Number(match[1]);
  const hi = match[2] === undefined ? lo : match[2] === '+' ? OPEN : Number(match[3]);
  const range = { lo: Math.max(lo, within.lo), hi: Math.min(hi, within.hi) };
  if (range.lo > range.hi) throw new Error(`${where}: '${text}' has no version in common with its parent`);
  return range;
}

function linesOf(file: string, text: string): Line[] {
  const lines: Line[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const trimmed = raw.replace(/(^|\s)#.*$/, '').trimEnd();
    if (trimmed === '') continue;
    const spaces = trimmed.length - trimmed.trimStart().length;
    if (spaces % 2 !== 0) throw new Error(`${file}:${index + 1}: indent by two spaces`);
    lines.push({ indent: spaces / 2, text: trimmed.trimStart(), where: `${file}:${index + 1}` });
  }
  return lines;
}

/** Reads one message: its head line is `lines[at]`, its fields are the deeper lines below. */
class MessageParser {
  readonly #named = new Map<string, Struct>();
  readonly #structs: Struct[] = [];
  readonly #lines: readonly Line[];
  #at: number;

  constructor(lines: readonly Line[], at: number) {
    this.#lines = lines;
    this.#at = at;
  }

  get next(): number {
    return this.#at;
  }

  parse(kind: MessageKind, key: number, name: string, versionsText: string, flexibleText: string | undefined): Message {
    const head = this.#lines[this.#at] as Line;
    const versions = parseRange(versionsText, { lo: 0, hi: OPEN }, head.where);
    const flexible = flexibleText === undefined ? undefined : parseRange(flexibleText, versions, head.where);
    this.#at++;
    this.#declareNamedStructs(head.indent + 1, versions);
    const fields: Field[] = [];
    for (;;) {
      const line = this.#lines[this.#at];
      if (line === undefined || line.indent <= head.indent) break;
      if (line.text.startsWith('struct ')) this.#namedStruct(line);
      else fields.push(this.#field(line, versions));
    }
    return { kind, key, name, versions, flexible, fields, structs: this.#innerFirst(fields) };
  }

  /** Structs may name structs that come later, so their names are known before any field is read. */
  #declareNamedStructs(indent: number, within: Range): void {
    for (let at = this.#at; (this.#lines[at]?.indent ?? 0) >= indent; at++) {
      const line = this.#lines[at] as Line;
      const match = /^struct (\w+)(?: (\S+))?$/.exec(line.text);
      if (match === null) continue;
      const versions = match[2] === undefined ? within : parseRange(match[2], within, line.where);
      this.#named.set(match[1] as string, { name: match[1] as string, versions, fields: [] });
    }
  }

  #namedStruct(line: Line): void {
    const struct = this.#named.get((/^struct (\w+)/.exec(line.text) as RegExpExecArray)[1] as string) as Struct;
    this.#at++;
    struct.fields.push(...this.#fieldsBelow(line, struct.versions));
    this.#structs.push(struct);
  }

  #fieldsBelow(parent: Line, within: Range): Field[] {
    const fields: Field[] = [];
    for (;;) {
      const line = this.#lines[this.#at];
      if (line === undefined || line.indent <= parent.indent) return fields;
      if (line.indent !== parent.indent + 1) throw new Error(`${line.where}: indented too far`);
      fields.push(this.#field(line, within));
    }
  }

  #field(line: Line, within: Range): Field {
    const match = /^(\w+): (\[?)(\w+)\]?(\?(?:\((\S+)\))?)?(?: (\d\S*))?(?: tag (\d+))?(?: = (.+))?$/.exec(line.text);
    if (match === null) throw new Error(`${line.where}: not a field: '${line.text}'`);
    const [, name, bracket, typeName, nullableMark, nullableText, versionsText, tagText, defaultText] = match;
    const versions = versionsText === undefined ? within : parseRange(versionsText, within, line.where);
    const nullable = nullableMark === undefined ? undefined : nullableText === undefined ? versions : parseRange(nullableText, versions, line.where);
    this.#at++;
    const base = this.#baseType(line, typeName as string, versions);
    const type: FieldType = bracket === '[' ? { kind: 'array', element: base } : base;
    return { name: name as string, type, versions, nullable, tag: tagText === undefined ? undefined : Number(tagText), defaultText };
  }

  #baseType(line: Line, typeName: string, versions: Range): Exclude<FieldType, { kind: 'array' }> {
    if (primitives.has(typeName)) return { kind: 'primitive', name: typeName as Primitive };
    const named = this.#named.get(typeName);
    if (named !== undefined) return { kind: 'struct', struct: named };
    const struct: Struct = { name: typeName, versions, fields: this.#fieldsBelow(line, versions) };
    if (struct.fields.length === 0) throw new Error(`${line.where}: struct ${typeName} has no fields here, and no 'struct ${typeName}' follows`);
    if (this.#structs.some((other) => other.name === typeName)) throw new Error(`${line.where}: struct ${typeName} is defined twice; make it a 'struct' of the message`);
    this.#structs.push(struct);
    return { kind: 'struct', struct };
  }

  #innerFirst(fields: readonly Field[]): Struct[] {
    const ordered: Struct[] = [];
    const visit = (list: readonly Field[]): void => {
      for (const { type } of list) {
        const inner = type.kind === 'array' ? type.element : type;
        if (inner.kind !== 'struct' || ordered.includes(inner.struct)) continue;
        visit(inner.struct.fields);
        ordered.push(inner.struct);
      }
    };
    visit(fields);
    const unused = this.#structs.find((struct) => !ordered.includes(struct));
    if (unused !== undefined) throw new Error(`struct ${unused.name} is not used`);
    return ordered;
  }
}

/** Reads one API file. Throws an Error that names file and line. */
export function parseApi(file: string, text: string): Api {
  const lines = linesOf(file, text);
  const head = /^api (\d+) (\w+) on ([\w ]+?)(?: unstable (\d+))?$/.exec(lines[0]?.text ?? '');
  if (head === null) throw new Error(`${file}: begins with no 'api KEY NAME on LISTENERS'`);
  const key = Number(head[1]);
  const name = head[2] as string;
  let at = 1;
  const part = (kind: 'request' | 'response'): Message => {
    const match = new RegExp(`^${kind} (\\S+)(?: flexible (\\S+))?$`).exec(lines[at]?.text ?? '');
    if (match === null) throw new Error(`${lines[at]?.where ?? file}: wants '${kind} VERSIONS'`);
    const parser = new MessageParser(lines, at);
    const message = parser.parse(kind, key, `${name}${kind === 'request' ? 'Request' : 'Response'}`, match[1] as string, match[2]);
    at = parser.next;
    return message;
  };
  const request = part('request');
  const response = part('response');
  if (at !== lines.length) throw new Error(`${lines[at]?.where}: unexpected after the response`);
  if (!rangesEqual(request.versions, response.versions)) throw new Error(`${file}: request and response versions differ`);
  return { key, name, listeners: (head[3] as string).split(' '), unstable: head[4] === undefined ? undefined : Number(head[4]), request, response };
}

/** Reads a file of records or data. Throws an Error that names file and line. */
export function parseMessages(file: string, text: string): Message[] {
  const lines = linesOf(file, text);
  const messages: Message[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    const match = /^(?:(record|key|value) (\d+)|data) (\w+) (\S+)(?: flexible (\S+))?$/.exec(line.text);
    if (match === null) throw new Error(`${line.where}: wants 'record|key|value TYPE NAME VERSIONS' or 'data NAME VERSIONS'`);
    const parser = new MessageParser(lines, at);
    messages.push(parser.parse((match[1] ?? 'data') as MessageKind, Number(match[2] ?? -1), match[3] as string, match[4] as string, match[5]));
    at = parser.next;
  }
  return messages;
}
