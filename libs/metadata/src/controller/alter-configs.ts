import { ErrorCode, KafkaError } from '@ottla/model';
import type { AlterConfigsRequest, AlterConfigsResponseInput, IncrementalAlterConfigsRequest, IncrementalAlterConfigsResponseInput } from '@ottla/protocol';
import { ConfigResourceType } from '../image/image.ts';
import { metadataRecord, MetadataRecordType, type MetadataRecord } from '../records/metadata-record.ts';
import { configResource, listValues, splitList, type ConfigResource } from './config-resources.ts';
import { refusalOf, type ControlState, type Decision } from './decision.ts';
import { isElrEnabled } from './partition-rules.ts';

const MIN_INSYNC_REPLICAS = 'min.insync.replicas';

/** AlterConfigOp.OpType ids. */
const ConfigOperation = { SET: 0, DELETE: 1, APPEND: 2, SUBTRACT: 3 } as const;

interface AskedResource<Config> {
  readonly resourceType: number;
  readonly resourceName: string;
  readonly configs: readonly Config[];
}

interface AskedConfig {
  readonly name: string;
  readonly value: string | null;
}

interface AskedOperation extends AskedConfig {
  readonly configOperation: number;
}

/** AlterConfigs: what is named becomes all that is set on the resource. */
export function alterConfigs(state: ControlState, request: AlterConfigsRequest): Decision<AlterConfigsResponseInput> {
  return changeConfigs(state, request.resources, request.validateOnly, (_resource, _current, configs) => {
    const next = new Map<string, string>();
    for (const { name, value } of configs) next.set(name, value ?? '');
    return next;
  });
}

/** IncrementalAlterConfigs: what is not named stays. */
export function incrementalAlterConfigs(state: ControlState, request: IncrementalAlterConfigsRequest): Decision<IncrementalAlterConfigsResponseInput> {
  return changeConfigs<AskedOperation>(state, request.resources, request.validateOnly, applyOperations);
}

/** What would be set on the resource after the request. Throws KafkaError. */
type NextConfigs<Config> = (resource: ConfigResource, current: ReadonlyMap<string, string>, configs: readonly Config[]) => Map<string, string>;

function changeConfigs<Config extends AskedConfig>(
  state: ControlState,
  resources: readonly AskedResource<Config>[],
  validateOnly: boolean,
  next: NextConfigs<Config>,
): Decision<AlterConfigsResponseInput> {
  const keyOf = ({ resourceType, resourceName }: AskedResource<Config>): string => `${resourceType}:${resourceName}`;
  const counts = new Map<string, number>();
  for (const resource of resources) counts.set(keyOf(resource), (counts.get(keyOf(resource)) ?? 0) + 1);
  const records: MetadataRecord[] = [];
  const responses = resources.map((asked) => {
    const named = { resourceType: asked.resourceType, resourceName: asked.resourceName };
    try {
      if ((counts.get(keyOf(asked)) ?? 0) > 1) throw new KafkaError(ErrorCode.INVALID_REQUEST, 'Each resource must appear at most once.');
      records.push(...resourceRecords(state, asked, next));
      return { ...named, errorCode: ErrorCode.NONE, errorMessage: null };
    } catch (error) {
      return { ...named, ...refusalOf(error) };
    }
  });
  // Who describes at another broker next must see it, as after the creation of a topic.
  return { records: validateOnly ? [] : records, response: { throttleTimeMs: 0, responses }, awaitsBrokers: true };
}

function resourceRecords<Config extends AskedConfig>(state: ControlState, asked: AskedResource<Config>, next: NextConfigs<Config>): MetadataRecord[] {
  checkKeys(asked.configs);
  const resource = configResource(state, asked.resourceType, asked.resourceName);
  const current = state.image.configs.get(resource.type, resource.name);
  const wanted = next(resource, current, asked.configs);
  const changed = new Set<string>();
  for (const key of new Set([...current.keys(), ...wanted.keys()])) {
    if (current.get(key) !== wanted.get(key)) changed.add(key);
  }
  // A value that is set to what it was is checked all the same: the request names it.
  for (const { name } of asked.configs) changed.add(name);
  const checked = resource.check(state, wanted, changed);
  const records: MetadataRecord[] = [];
  for (const key of changed) {
    const value = checked.get(key);
    if (value === current.get(key)) continue;
    records.push(metadataRecord(MetadataRecordType.CONFIG, { resourceType: resource.type, resourceName: resource.name, name: key, value: value ?? null }));
    if (key === MIN_INSYNC_REPLICAS && isElrEnabled(state.image)) records.push(...clearedElr(resource));
  }
  return records;
}

/** Who was eligible under another min.insync.replicas may lack what is committed under this one. */
function clearedElr({ type, name }: ConfigResource): MetadataRecord[] {
  if (type === ConfigResourceType.TOPIC) return [metadataRecord(MetadataRecordType.CLEAR_ELR, { topicName: name })];
  return type === ConfigResourceType.BROKER && name === '' ? [metadataRecord(MetadataRecordType.CLEAR_ELR, { topicName: '' })] : [];
}

function checkKeys(configs: readonly AskedConfig[]): void {
  if (new Set(configs.map(({ name }) => name)).size < configs.length) {
    throw new KafkaError(ErrorCode.INVALID_REQUEST, 'Error due to duplicate config keys');
  }
  const nulls = configs.filter((config) => config.value === null && !isDelete(config)).map(({ name }) => name);
  if (nulls.length > 0) throw new KafkaError(ErrorCode.INVALID_REQUEST, `Null value not supported for : ${nulls.join(', ')}`);
}

function isDelete(config: AskedConfig): boolean {
  return (config as Partial<AskedOperation>).configOperation === ConfigOperation.DELETE;
}

function applyOperations(resource: ConfigResource, current: ReadonlyMap<string, string>, configs: readonly AskedOperation[]): Map<string, string> {
  const next = new Map(current);
  for (const { name, configOperation, value } of configs) {
    const text = value ?? '';
    switch (configOperation) {
      case ConfigOperation.SET:
        next.set(name, text);
        break;
      case ConfigOperation.DELETE:
        next.delete(name);
        break;
      case ConfigOperation.APPEND: {
        const values = listValues(resource, name, current.get(name), 'APPEND');
        const added = text.split(',').map((item) => item.trim());
        next.set(name, [...new Set([...values, ...added])].join(','));
        break;
      }
      case ConfigOperation.SUBTRACT: {
        const removed = new Set(splitList(text));
        const values = listValues(resource, name, current.get(name), 'SUBTRACT');
        next.set(name, values.filter((item) => !removed.has(item)).join(','));
        break;
      }
      default:
        throw new KafkaError(ErrorCode.INVALID_REQUEST, `Unknown config operation ${configOperation} for ${name}`);
    }
  }
  return next;
}
