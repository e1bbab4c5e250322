/** Makes random requests that would change the server itself do so to things of this tool's own, so that they can be sent whole. */
import type { Chance } from './chance.ts';
import { topicNames } from './values.ts';

type Value = Record<string, unknown>;

const TOPIC = 2;
const BROKER = 4;
/** No broker, controller or voter has such an id. */
const FIRST_OWN_ID = 70_000;
/** Acted on by topics: what a request sets of these must be worth something to the topics that cases write to. */
const topicConfigs = ['cleanup.policy', 'compression.type', 'retention.ms', 'retention.bytes', 'segment.bytes', 'max.message.bytes', 'message.timestamp.type', 'min.insync.replicas', 'flush.messages', 'min.cleanable.dirty.ratio', 'no.such.config'];
const configValues = ['compact', 'delete', 'compact,delete', 'gzip', 'producer', '1', '1048576', '-1', '0', '0.5', 'LogAppendTime', 'CreateTime', 'true', 'NaN', '9223372036854775807', '', null];

/** A topic or group that cases use; of brokers only what is checked and thrown away, since max.connections=0 would shut this tool out. */
function tameConfigs(request: Value, chance: Chance): void {
  for (const resource of request['resources'] as Value[]) {
    if (chance.oneIn(3)) continue;
    resource['resourceType'] = TOPIC;
    resource['resourceName'] = chance.pick(topicNames);
    for (const config of resource['configs'] as Value[]) {
      config['name'] = chance.pick(topicConfigs);
      config['value'] = chance.pick(configValues);
      if ('configOperation' in config && !chance.oneIn(8)) config['configOperation'] = chance.below(4);
    }
  }
  for (const resource of request['resources'] as Value[]) {
    if (resource['resourceType'] === BROKER) request['validateOnly'] = true;
    // A topic of the server's own would take what cases and clients need of it.
    else if (String(resource['resourceName']).startsWith('__')) resource['resourceName'] = chance.pick(topicNames);
  }
}

/** Features of the server's own are only asked about; the first version of the request cannot ask, so it names others. */
function tameFeatures(request: Value, chance: Chance): void {
  const isAsked = 'validateOnly' in request && chance.oneIn(2);
  if (isAsked) request['validateOnly'] = true;
  for (const update of request['featureUpdates'] as Value[]) update['feature'] = isAsked ? chance.pick(['group.version', 'metadata.version', 'transaction.version', 'kraft.version', 'fuzz']) : chance.pick(['', 'fuzz', 'fuzz.version', 'x'.repeat(3000)]);
}

const tamers: Readonly<Record<string, ((request: Value, chance: Chance) => void) | undefined>> = {
  AlterConfigs: tameConfigs,
  IncrementalAlterConfigs: tameConfigs,
  UpdateFeatures: tameFeatures,
  UnregisterBroker: (request, chance) => (request['brokerId'] = FIRST_OWN_ID + chance.below(1000)),
  AddRaftVoter: (request, chance) => (request['voterId'] = FIRST_OWN_ID + chance.below(1000)),
  RemoveRaftVoter: (request, chance) => (request['voterId'] = FIRST_OWN_ID + chance.below(1000)),
  CreateAcls: (request) => {
    for (const creation of request['creations'] as Value[]) creation['principal'] = 'User:fuzz-nobody';
  },
  AlterUserScramCredentials: (request) => {
    for (const change of [...(request['deletions'] as Value[]), ...(request['upsertions'] as Value[])]) change['name'] = 'fuzz-nobody';
  },
  // A quota of the default entity would hold up every case.
  AlterClientQuotas: (request) => (request['validateOnly'] = true),
};

export function tame(api: string, request: Value, chance: Chance): Value {
  tamers[api]?.(request, chance);
  return request;
}
