/**
 * Generates libs/protocol/src/gen from libs/protocol/schema.
 *
 *   node tools/codegen/messages.ts           writes the files
 *   node tools/codegen/messages.ts --check   exits 1 and names the files that are not current
 */
import { existsSync, globSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emitMessage, type Names } from './emit.ts';
import { parseApi, parseMessages, type Api, type Message, type Struct } from './schema.ts';

const root = join(import.meta.dirname, '../../libs/protocol');
const target = join(root, 'src/gen');
const banner = '// Generated from libs/protocol/schema by tools/codegen/messages.ts. Do not edit.\n';

/** Record files of the schema, and the module each goes into. */
const recordModules: Record<string, string> = { metadata: 'metadata-records', group: 'coordinator-records', transaction: 'coordinator-records', share: 'coordinator-records', 'remote-log': 'coordinator-records' };

function readSchema(): { apis: Api[]; records: Map<string, Message[]>; data: Message[] } {
  const read = (file: string): string => readFileSync(join(root, 'schema', file), 'utf8');
  const apis = globSync('apis/*.msg', { cwd: join(root, 'schema') }).map((file) => parseApi(`schema/${file}`, read(file))).sort((a, b) => a.key - b.key);
  const duplicate = apis.find((api, index) => apis[index - 1]?.key === api.key);
  if (duplicate !== undefined) throw new Error(`two APIs have the key ${duplicate.key}`);
  const records = new Map(Object.keys(recordModules).map((group) => [group, parseMessages(`schema/records/${group}.msg`, read(`records/${group}.msg`))]));
  return { apis, records, data: parseMessages('schema/data.msg', read('data.msg')) };
}

/**
 * A struct keeps its own name where that is unique over all messages and says something (more than one word);
 * else the name of its message goes before it.
 */
function nameStructs(messages: readonly Message[]): Names {
  const uses = new Map<string, number>();
  for (const message of messages) for (const { name } of [message, ...message.structs]) uses.set(name, (uses.get(name) ?? 0) + 1);
  const names = new Map<Struct, string>();
  const taken = new Set<string>();
  for (const message of messages) {
    for (const struct of [...message.structs, message]) {
      const plain = struct === message || (uses.get(struct.name) === 1 && /[a-z][A-Z]/.test(struct.name) && !/^TopicPartitions?$|^TopicIdPartition$/.test(struct.name));
      const name = plain ? struct.name : message.name + struct.name;
      if (taken.has(name)) throw new Error(`the name ${name} is taken twice`);
      taken.add(name);
      names.set(struct, name);
    }
  }
  return names;
}

function emitModule(about: string, messages: readonly Message[], names: Names): string {
  const body = messages.map((message) => emitMessage(message, names)).join('\n\n');
  const model = [['RecordsSource', 'type '], ['Uuid', 'type '], ['ZERO_UUID', '']].filter(([name]) => new RegExp(`\\b${name}\\b`).test(body)).map(([name, kind]) => `${kind}${name}`);
  const codec = ['NEVER_FLEXIBLE', 'NO_BYTES'].filter((name) => new RegExp(`\\b${name}\\b`).test(body));
  const imports = [
    ...(model.length > 0 ? [`import { ${model.join(', ')} } from '@ottla/model';`] : []),
    `import { ${[...codec, 'type Codec'].join(', ')} } from '../wire/codec.ts';`,
    "import type { WireReader } from '../wire/reader.ts';",
    "import type { WireWriter } from '../wire/writer.ts';",
  ];
  return `${banner}/** ${about} */\n${imports.join('\n')}\n\n${body}\n`;
}

function emitApiTable(apis: readonly Api[], clientApis: ReadonlySet<Api>): string {
  const namesFrom = (own: boolean, kind: string): string => apis.filter((api) => clientApis.has(api) === own).flatMap((api) => kind === 'type'
    ? [`${api.name}Request`, `${api.name}RequestInput`, `${api.name}Response`, `${api.name}ResponseInput`]
    : [`${api.name}RequestCodec`, `${api.name}ResponseCodec`]).join(', ');
  const keys = apis.map((api) => `  ${api.name}: ${api.key},`).join('\n');
  const rows = apis.map((api) => {
    const unstable = api.unstable === undefined ? '' : `, unstableVersion: ${api.unstable}`;
    return `  ${api.key}: { key: ${api.key}, name: '${api.name}', listeners: [${api.listeners.map((l) => `'${l}'`).join(', ')}], request: ${api.name}RequestCodec, response: ${api.name}ResponseCodec${unstable} },`;
  }).join('\n');
  const types = apis.map((api) => `  ${api.key}: { request: ${api.name}Request; requestInput: ${api.name}RequestInput; response: ${api.name}Response; responseInput: ${api.name}ResponseInput };`).join('\n');
  return `${banner}/** The table of all APIs. */
import type { Api } from '../wire/codec.ts';
import type { ${namesFrom(true, 'type')} } from './client-apis.ts';
import type { ${namesFrom(false, 'type')} } from './controller-apis.ts';
import { ${namesFrom(true, 'value')} } from './client-apis.ts';
import { ${namesFrom(false, 'value')} } from './controller-apis.ts';

/** API keys by name. */
export const ApiKeys = {
${keys}
} as const;

export type ApiKey = (typeof ApiKeys)[keyof typeof ApiKeys];

/** The message types of each API. */
export interface ApiTypes {
${types}
}

/** All APIs by key. */
export const apis: { readonly [K in ApiKey]: Api<K, ApiTypes[K]['request'], ApiTypes[K]['requestInput'], ApiTypes[K]['response'], ApiTypes[K]['responseInput']> } = {
${rows}
};
`;
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Tables from record type to codecs. */
function emitRecordTables(records: ReadonlyMap<string, readonly Message[]>): Map<string, string> {
  const table = (name: string, about: string, messages: readonly Message[]): string => {
    const rows = messages.map((message) => `  ${message.key}: ${message.name}Codec,`).join('\n');
    const types = messages.map((message) => `  ${message.key}: { value: ${message.name}; input: ${message.name}Input };`).join('\n');
    const typeName = `${name.charAt(0).toUpperCase()}${name.slice(1)}Types`;
    return `/** The types in {@link ${name}}. */\nexport interface ${typeName} {\n${types}\n}\n\n/** ${about}, by type. */\nexport const ${name}: { readonly [K in keyof ${typeName}]: Codec<${typeName}[K]['value'], ${typeName}[K]['input']> } = {\n${rows}\n};\n`;
  };
  const out = new Map<string, string>();
  const add = (module: string, text: string): void => void out.set(module, `${out.get(module) ?? ''}\n${text}`);
  for (const [group, messages] of records) {
    const module = recordModules[group] as string;
    const prefix = lowerFirst(group.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(''));
    const plain = messages.filter(({ kind }) => kind === 'record');
    const keys = messages.filter(({ kind }) => kind === 'key');
    const values = messages.filter(({ kind }) => kind === 'value');
    if (plain.length > 0) {
      const ids = plain.map((message) => `  ${message.name}: ${message.key},`).join('\n');
      const constName = `${prefix.charAt(0).toUpperCase()}${prefix.slice(1)}RecordType`;
      add(module, `/** Record types of the ${group} log. */\nexport const ${constName} = {\n${ids}\n} as const;\nexport type ${constName} = (typeof ${constName})[keyof typeof ${constName}];\n`);
      add(module, table(`${prefix}Records`, `Codecs of the ${group} log's records`, plain));
    }
    if (keys.length > 0) {
      const ids = keys.map((message) => `  ${message.name.replace(/Key$/, '')}: ${message.key},`).join('\n');
      const constName = `${prefix.charAt(0).toUpperCase()}${prefix.slice(1)}RecordType`;
      add(module, `/** Record types of the ${group} coordinator's log: the int16 that a key begins with. */\nexport const ${constName} = {\n${ids}\n} as const;\nexport type ${constName} = (typeof ${constName})[keyof typeof ${constName}];\n`);
      add(module, table(`${prefix}RecordKeys`, `Codecs of the ${group} coordinator's record keys`, keys));
      add(module, table(`${prefix}RecordValues`, `Codecs of the ${group} coordinator's record values`, values));
    }
  }
  return out;
}

function generate(): Map<string, string> {
  const { apis, records, data } = readSchema();
  const messages = [...apis.flatMap((api) => [api.request, api.response]), ...[...records.values()].flat(), ...data];
  const names = nameStructs(messages);
  const clientApis = new Set(apis.filter((api) => api.listeners.includes('broker')));
  const both = (list: readonly Api[]): Message[] => list.flatMap((api) => [api.request, api.response]);
  const tables = emitRecordTables(records);
  const inModule = (module: string): Message[] => [...records].filter(([group]) => recordModules[group] === module).flatMap(([, list]) => list);
  return new Map([
    ['client-apis.ts', emitModule('Messages of the APIs that brokers serve.', both([...clientApis]), names)],
    ['controller-apis.ts', emitModule('Messages of the APIs that only controllers serve.', both(apis.filter((api) => !clientApis.has(api))), names)],
    ['metadata-records.ts', emitModule('Records of the metadata log.', inModule('metadata-records'), names) + tables.get('metadata-records')],
    ['coordinator-records.ts', emitModule('Records that coordinators keep in internal topics.', inModule('coordinator-records'), names) + tables.get('coordinator-records')],
    ['data.ts', emitModule('Data inside other fields and in files.', data, names)],
    ['apis.ts', emitApiTable(apis, clientApis)],
  ]);
}

const files = generate();
const stale = [...files].filter(([file, text]) => !existsSync(join(target, file)) || readFileSync(join(target, file), 'utf8') !== text).map(([file]) => file);
const extra = existsSync(target) ? readdirSync(target).filter((file) => !files.has(file)) : [];
if (process.argv.includes('--check')) {
  for (const file of stale) console.error(`libs/protocol/src/gen/${file} is not current: run node tools/codegen/messages.ts`);
  for (const file of extra) console.error(`libs/protocol/src/gen/${file} does not belong there`);
  process.exitCode = stale.length + extra.length > 0 ? 1 : 0;
} else {
  mkdirSync(target, { recursive: true });
  for (const file of stale) writeFileSync(join(target, file), files.get(file) as string);
  for (const file of extra) rmSync(join(target, file));
  console.log(`${files.size} files, ${stale.length} written`);
}
