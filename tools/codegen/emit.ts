/**
 * Turns parsed messages into TypeScript: for each an interface, an input interface, and a codec of straight-line
 * code that covers all versions. One module holds many messages, because start-up time counts files.
 */
import { OPEN, rangesEqual, type Field, type FieldType, type Message, type Primitive, type Range, type Struct } from './schema.ts';

/** The exported TypeScript name of every struct and message. */
export type Names = ReadonlyMap<Struct, string>;

interface Context {
  readonly message: Message;
  readonly names: Names;
  /** Array readers and writers that some field asked for: `read|readNullable|write` + type name. */
  readonly wanted: Set<string>;
  /** Non-nullable tagged structs, which are left out when they hold only defaults. */
  readonly emptyChecked: Set<Struct>;
}

const tsTypes: Record<Primitive, string> = {
  bool: 'boolean', int8: 'number', int16: 'number', uint16: 'number', int32: 'number', uint32: 'number', int64: 'number',
  float64: 'number', uuid: 'Uuid', string: 'string', bytes: 'Uint8Array', records: 'Uint8Array',
};
const suffixes: Record<Primitive, string> = {
  bool: 'Bool', int8: 'Int8', int16: 'Int16', uint16: 'Uint16', int32: 'Int32', uint32: 'Uint32', int64: 'Int64',
  float64: 'Float64', uuid: 'Uuid', string: 'String', bytes: 'Bytes', records: 'Records',
};
/** Fewest bytes a value takes, in a flexible and in a plain version. */
const minSizes: Record<Primitive, readonly [flexible: number, plain: number]> = {
  bool: [1, 1], int8: [1, 1], int16: [2, 2], uint16: [2, 2], int32: [4, 4], uint32: [4, 4], int64: [8, 8],
  float64: [8, 8], uuid: [16, 16], string: [1, 2], bytes: [1, 4], records: [1, 4],
};
const lengthPrefixed: ReadonlySet<Primitive> = new Set(['string', 'bytes', 'records']);

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whether an encoder may leave the field out. */
function isOptional(field: Field, parent: Range): boolean {
  return field.defaultText !== undefined || field.tag !== undefined || !rangesEqual(field.versions, parent);
}

/** `v >= 3 && v <= 5`, without what `within` already says; undefined when that is everything. */
function versionTest(range: Range, within: Range): string | undefined {
  const tests: string[] = [];
  if (range.lo === range.hi && range.lo > within.lo && range.hi < within.hi) return `v === ${range.lo}`;
  if (range.lo > within.lo) tests.push(`v >= ${range.lo}`);
  if (range.hi < within.hi && range.hi !== OPEN) tests.push(`v <= ${range.hi}`);
  return tests.length === 0 ? undefined : tests.join(' && ');
}

function typeText(type: FieldType, names: Names, input: boolean): string {
  if (type.kind === 'array') {
    const element = typeText(type.element, names, input);
    return input ? `readonly ${element}[]` : `${element}[]`;
  }
  if (type.kind === 'struct') return (names.get(type.struct) as string) + (input ? 'Input' : '');
  return input && type.name === 'records' ? 'RecordsSource' : tsTypes[type.name];
}

function emitInterface(struct: Struct, names: Names, input: boolean): string {
  const lines = struct.fields.map((field) => {
    const optional = input && isOptional(field, struct.versions);
    const type = typeText(field.type, names, input) + (field.nullable === undefined ? '' : ' | null') + (optional ? ' | undefined' : '');
    return `  ${field.name}${optional ? '?' : ''}: ${type};`;
  });
  const name = (names.get(struct) as string) + (input ? 'Input' : '');
  if (lines.length === 0) return `export type ${name} = Record<string, never>;`;
  return `export interface ${name} {\n${lines.join('\n')}\n}`;
}

function defaultValue(field: Field, names: Names): string {
  const { type, defaultText } = field;
  if (defaultText !== undefined) return defaultText === '9223372036854775807' ? '2 ** 63' : defaultText;
  if (type.kind === 'array') return '[]';
  if (type.kind === 'struct') return `new${names.get(type.struct)}()`;
  switch (type.name) {
    case 'bool': return 'false';
    case 'string': return "''";
    case 'uuid': return 'ZERO_UUID';
    case 'bytes': return 'NO_BYTES';
    case 'records': return field.nullable === undefined ? 'NO_BYTES' : 'null';
    case 'int8':
    case 'int16':
    case 'uint16':
    case 'int32':
    case 'uint32':
    case 'int64':
    case 'float64': return '0';
  }
}

/** The flexible flag as code: a literal where all versions agree, else the local `f`. */
function flexibleText({ message }: Context): string {
  if (message.flexible === undefined) return 'false';
  return message.flexible.lo <= message.versions.lo ? 'true' : 'f';
}

function flexibleLocal(context: Context): string[] {
  return flexibleText(context) === 'f' ? [`  const f = v >= ${context.message.flexible?.lo};`] : [];
}

/** Fewest bytes that a value of `type` takes in any version of the message; at least 1, so that it bounds a count. */
function minSize(type: FieldType, message: Message): number {
  const sizes: number[] = [];
  const last = message.versions.hi;
  for (let version = message.versions.lo; version <= last; version++) sizes.push(sizeAt(type, message, version));
  return Math.max(1, Math.min(...sizes));
}

function sizeAt(type: FieldType, message: Message, version: number): number {
  const flexible = message.flexible !== undefined && version >= message.flexible.lo;
  if (type.kind === 'array') return flexible ? 1 : 4;
  if (type.kind === 'primitive') return minSizes[type.name][flexible ? 0 : 1];
  let size = flexible ? 1 : 0;
  for (const field of type.struct.fields) {
    if (field.tag !== undefined || version < field.versions.lo || version > field.versions.hi) continue;
    const nullableStruct = field.nullable !== undefined && field.type.kind === 'struct';
    size += nullableStruct ? 1 : sizeAt(field.type, message, version);
  }
  return size;
}

/** A nullable struct begins with a byte: 1, and for null -1, or 0 where it is tagged. */
function readCall(type: FieldType, nullable: boolean, context: Context, isTagged = false): string {
  const flexible = flexibleText(context);
  const word = nullable ? 'readNullable' : 'read';
  if (type.kind === 'array') {
    const { element } = type;
    if (element.kind === 'primitive') return `r.${word}${suffixes[element.name]}Array(${flexible})`;
    const name = context.names.get(element.struct) as string;
    context.wanted.add(`${word} ${name}`);
    return `${word}${name}Array(r, v${flexible === 'f' ? ', f' : ''})`;
  }
  if (type.kind === 'struct') {
    const call = `read${context.names.get(type.struct)}(r, v)`;
    return nullable ? `r.readInt8() ${isTagged ? '<=' : '<'} 0 ? null : ${call}` : call;
  }
  return lengthPrefixed.has(type.name) ? `r.${word}${suffixes[type.name]}(${flexible})` : `r.read${suffixes[type.name]}()`;
}

function readExpression(field: Field, within: Range, context: Context): string {
  if (field.nullable === undefined) return readCall(field.type, false, context);
  const test = versionTest(field.nullable, within);
  const nullable = readCall(field.type, true, context, field.tag !== undefined);
  return test === undefined ? nullable : `${test} ? ${nullable} : ${readCall(field.type, false, context)}`;
}

function emitRead(struct: Struct, context: Context): string {
  const { names } = context;
  const name = names.get(struct) as string;
  const lines: string[] = [];
  const tagged = struct.fields.filter((field) => field.tag !== undefined);
  for (const field of struct.fields) {
    const fallback = defaultValue(field, names);
    if (field.tag !== undefined) {
      const type = typeText(field.type, names, false) + (field.nullable === undefined ? '' : ' | null');
      lines.push(`  let ${field.name}: ${type} = ${fallback};`);
      continue;
    }
    const test = versionTest(field.versions, struct.versions);
    const read = readExpression(field, field.versions, context);
    lines.push(`  const ${field.name} = ${test === undefined ? read : `${test} ? ${read.includes(' ? ') ? `(${read})` : read} : ${fallback}`};`);
  }
  if (context.message.flexible !== undefined) lines.push(...emitReadTagged(tagged, struct, context));
  const local = lines.some((line) => /\bf\b/.test(line)) ? flexibleLocal(context) : [];
  const fields = struct.fields.map((field) => field.name).join(', ');
  return `function read${name}(r: WireReader, v: number): ${name} {\n${[...local, ...lines].join('\n')}\n  return {${fields === '' ? '' : ` ${fields} `}};\n}`;
}

function emitReadTagged(tagged: readonly Field[], struct: Struct, context: Context): string[] {
  const guard = flexibleText(context) === 'true' ? '' : 'if (f) ';
  if (tagged.length === 0) return [`  ${guard}r.skipTaggedFields();`];
  const lines = [`  ${guard}for (let n = r.readUnsignedVarint(); n > 0; n--) {`, '    const tag = r.readUnsignedVarint();', '    const end = r.beginTaggedField();', '    switch (tag) {'];
  for (const field of tagged) {
    const flexibleRange = context.message.flexible as Range;
    const within = { lo: Math.max(flexibleRange.lo, struct.versions.lo), hi: struct.versions.hi };
    const test = versionTest(field.versions, within);
    const read = `${field.name} = ${readExpression(field, field.versions, context)}`;
    const body = test === undefined ? `${read};` : `if (${test}) ${read}; else r.skipTo(end);`;
    lines.push(`      case ${field.tag}: ${body} break;`);
  }
  lines.push('      default: r.skipTo(end);', '    }', '    r.endTaggedField(end);', '  }');
  return lines;
}

function writeCall(field: Field, value: string, nullable: boolean, context: Context): string {
  const flexible = flexibleText(context);
  const { type } = field;
  const word = nullable ? 'writeNullable' : 'write';
  if (type.kind === 'array') {
    const { element } = type;
    if (element.kind === 'primitive') return `w.${word}${suffixes[element.name]}Array(${value}, ${flexible})`;
    const name = context.names.get(element.struct) as string;
    context.wanted.add(`${word} ${name}`);
    return `${word}${name}Array(w, ${value}, v${flexible === 'f' ? ', f' : ''})`;
  }
  if (type.kind === 'struct') {
    const name = context.names.get(type.struct);
    if (!nullable) return `write${name}(w, ${value}, v)`;
    return `if (${value} === null) w.writeInt8(${field.tag === undefined ? -1 : 0}); else { w.writeInt8(1); write${name}(w, ${value}, v); }`;
  }
  if (lengthPrefixed.has(type.name)) return `w.${word}${suffixes[type.name]}(${value}, ${flexible})`;
  return `w.write${suffixes[type.name]}(${value})`;
}

/** What stands in for null in a version that has no null: nothing, of the field's type. */
function nonNull(field: Field, context: Context): string {
  const empty = defaultValue({ ...field, defaultText: undefined, nullable: undefined }, context.names);
  return `${field.name} ?? ${empty}`;
}

function writeStatement(field: Field, within: Range, context: Context): string {
  if (field.nullable === undefined) return writeCall(field, field.name, false, context);
  const test = versionTest(field.nullable, within);
  const nullable = writeCall(field, field.name, true, context);
  return test === undefined ? nullable : `if (${test}) ${nullable}; else ${writeCall(field, nonNull(field, context), false, context)}`;
}

function emitWrite(struct: Struct, context: Context): string {
  const { names } = context;
  const name = names.get(struct) as string;
  const lines: string[] = [];
  for (const field of struct.fields) {
    if (field.tag !== undefined) continue;
    const test = versionTest(field.versions, struct.versions);
    const write = writeStatement(field, field.versions, context);
    lines.push(test === undefined ? `  ${write};` : `  if (${test}) { ${write}; }`);
  }
  if (context.message.flexible !== undefined) lines.push(...emitWriteTagged(struct, context));
  const local = lines.some((line) => /\bf\b/.test(line)) ? flexibleLocal(context) : [];
  const parameters = struct.fields.map((field) => (isOptional(field, struct.versions) ? `${field.name} = ${defaultValue(field, names)}` : field.name)).join(', ');
  const target = parameters === '' ? '_' : `{ ${parameters} }`;
  return `function write${name}(w: WireWriter, ${target}: ${name}Input, v: number): void {\n${[...local, ...lines].join('\n')}\n}`;
}

/** Whether a tagged field holds something else than its default, as code. */
function presentTest(field: Field, context: Context): string {
  const { type, name } = field;
  const fallback = defaultValue(field, context.names);
  const nullGuard = field.nullable === undefined || fallback === 'null' ? '' : `${name} === null || `;
  if (fallback === 'null') return `${name} !== null`;
  if (type.kind === 'array') return `${nullGuard}${name}.length > 0`;
  if (type.kind === 'struct') {
    context.emptyChecked.add(type.struct);
    return `${nullGuard}!isDefault${context.names.get(type.struct)}(${name})`;
  }
  if (type.name === 'bytes' || type.name === 'records') return `${nullGuard}${name}.byteLength > 0`;
  return `${name} !== ${fallback}`;
}

function emitWriteTagged(struct: Struct, context: Context): string[] {
  const tagged = struct.fields.filter((field) => field.tag !== undefined).sort((a, b) => (a.tag as number) - (b.tag as number));
  const always = flexibleText(context) === 'true';
  if (tagged.length === 0) return [`  ${always ? '' : 'if (f) '}w.writeNoTaggedFields();`];
  const flexibleRange = context.message.flexible as Range;
  const within = { lo: Math.max(flexibleRange.lo, struct.versions.lo), hi: struct.versions.hi };
  const lines = always ? [] : ['  if (!f) return;'];
  for (const field of tagged) {
    const test = versionTest(field.versions, within);
    const present = presentTest(field, context);
    lines.push(`  const has${capital(field.name)} = ${test === undefined ? present : `${test} && (${present})`};`);
  }
  lines.push(`  w.writeUnsignedVarint(${tagged.map((field) => `(has${capital(field.name)} ? 1 : 0)`).join(' + ')});`);
  for (const field of tagged) {
    lines.push(`  if (has${capital(field.name)}) {`, `    const at = w.beginTaggedField(${field.tag});`, `    ${writeStatement(field, field.versions, context)};`, '    w.endTaggedField(at);', '  }');
  }
  return lines;
}

function emitNew(struct: Struct, names: Names): string {
  const name = names.get(struct) as string;
  const fields = struct.fields.map((field) => `${field.name}: ${defaultValue(field, names)}`).join(', ');
  return `function new${name}(): ${name} {\n  return { ${fields} };\n}`;
}

function emitIsDefault(struct: Struct, context: Context): string {
  const name = context.names.get(struct) as string;
  const parameters = struct.fields.map((field) => `${field.name}${isOptional(field, struct.versions) ? ` = ${defaultValue(field, context.names)}` : ''}`).join(', ');
  const tests = struct.fields.map((field) => `!(${presentTest(field, context)})`).join(' && ');
  return `function isDefault${name}({ ${parameters} }: ${name}Input): boolean {\n  return ${tests};\n}`;
}

function emitArrayFunctions(struct: Struct, context: Context): string[] {
  const name = context.names.get(struct) as string;
  const has = (word: string): boolean => context.wanted.has(`${word} ${name}`);
  const flexible = flexibleText(context);
  const flag = flexible === 'f' ? ', f: boolean' : '';
  const pass = flexible === 'f' ? ', f' : '';
  const min = minSize({ kind: 'struct', struct }, context.message);
  const fill = `const a: ${name}[] = [];\n  for (; n > 0; n--) a.push(read${name}(r, v));\n  return a;`;
  const out: string[] = [];
  if (has('read')) out.push(`function read${name}Array(r: WireReader, v: number${flag}): ${name}[] {\n  let n = r.readArrayLength(${flexible}, ${min});\n  ${fill}\n}`);
  if (has('readNullable')) out.push(`function readNullable${name}Array(r: WireReader, v: number${flag}): ${name}[] | null {\n  let n = r.readNullableArrayLength(${flexible}, ${min});\n  if (n < 0) return null;\n  ${fill}\n}`);
  if (has('write') || has('writeNullable')) out.push(`function write${name}Array(w: WireWriter, a: readonly ${name}Input[], v: number${flag}): void {\n  w.writeArrayLength(a.length, ${flexible});\n  for (const x of a) write${name}(w, x, v);\n}`);
  if (has('writeNullable')) out.push(`function writeNullable${name}Array(w: WireWriter, a: readonly ${name}Input[] | null, v: number${flag}): void {\n  if (a === null) w.writeNullArray(${flexible}); else write${name}Array(w, a, v${pass});\n}`);
  return out;
}

function versionsText({ lo, hi }: Range): string {
  return lo === hi ? `version ${lo}` : `versions ${lo}-${hi}`;
}

/** Everything one message needs. Messages of one module share no structs. */
export function emitMessage(message: Message, names: Names): string {
  const context: Context = { message, names, wanted: new Set(), emptyChecked: new Set() };
  const out: string[] = [];
  const title = `${message.name}: ${versionsText(message.versions)}${message.flexible === undefined ? '' : `, flexible from ${message.flexible.lo}`}.`;
  const bodies: string[] = [];
  const all: Struct[] = [...message.structs, message];
  for (const struct of all) bodies.push(emitRead(struct, context), emitWrite(struct, context));
  for (const struct of message.structs) bodies.push(...emitArrayFunctions(struct, context));
  for (const struct of message.structs) if (context.emptyChecked.has(struct)) bodies.push(emitIsDefault(struct, context));
  const joined = bodies.join('\n');
  const news: string[] = [];
  for (let index = message.structs.length - 1; index >= 0; index--) {
    const struct = message.structs[index] as Struct;
    if (`${joined}\n${news.join('\n')}`.includes(`new${names.get(struct)}()`)) news.push(emitNew(struct, names));
  }
  for (const struct of message.structs) out.push(emitInterface(struct, names, false), emitInterface(struct, names, true));
  out.push(`/** ${title} */\n${emitInterface(message, names, false)}`, `/** What an encoder wants for ${message.name}. */\n${emitInterface(message, names, true)}`);
  out.push(...bodies, ...news, emitCodec(message));
  return out.join('\n\n');
}

function emitCodec(message: Message): string {
  const { name, key, versions, flexible } = message;
  return `/** Codec of {@link ${name}}. */
export const ${name}Codec: Codec<${name}, ${name}Input> = {
  name: '${name}', apiKey: ${key}, minVersion: ${versions.lo}, maxVersion: ${versions.hi}, flexibleFrom: ${flexible === undefined ? 'NEVER_FLEXIBLE' : flexible.lo},
  decode: read${name}, encode: write${name},
};`;
}
