/** What there is: Metadata, DescribeTopicPartitions, DescribeCluster, FindCoordinator, ApiVersions, DescribeQuorum, DescribeLogDirs, AlterReplicaLogDirs. */
import { sized } from '../../measure/request-frame.ts';
import { encodeRequest } from '../answers.ts';
import { ApiScript, ask, idOf, pipeline, raw, ref, topic } from '../script.ts';
import { NO_ID, UNKNOWN_ID, wrote } from './produce.ts';

const names = (...wanted: readonly (string | null)[]) => wanted.map((name) => ({ name, topicId: NO_ID }));
const quiet = { allowAutoTopicCreation: false };

const metadata = new ApiScript('Metadata')
  .add('a topic', topic('t-%', 3), ask('Metadata', { topics: names('t-%'), ...quiet }))
  .add('two topics', topic('t-%'), topic('u-%', 2), ask('Metadata', { topics: names('u-%', 't-%'), ...quiet }))
  .addFor(4, 99, 'an unknown topic', ask('Metadata', { topics: names('t-%'), ...quiet }))
  .addFor(4, 99, 'a known and an unknown topic', topic('t-%'), ask('Metadata', { topics: names('u-%', 't-%'), ...quiet }))
  .addFor(1, 99, 'no topics', ask('Metadata', { topics: [], ...quiet }))
  .add('all topics', topic('t-%'), ask('Metadata', (version) => ({ topics: version === 0 ? [] : null, ...quiet }), { own: 'topics' }))
  .add('a topic twice', topic('t-%'), ask('Metadata', { topics: names('t-%', 't-%'), ...quiet }))
  .addFor(4, 99, 'bad names', ask('Metadata', { topics: names('', '.', '..', 'a b', 'é', 'x'.repeat(250)), ...quiet }))
  .addFor(4, 99, 'bad names, to be created', ask('Metadata', { topics: names('', '.', '..', 'a b', 'é', 'x'.repeat(250)) }))
  .add('a topic that is created', ask('Metadata', { topics: names('t-%') }), ask('Metadata', { topics: names('t-%') }, { again: [3, 5] }))
  .addFor(4, 99, 'a topic that would collide', topic('t.%'), ask('Metadata', { topics: names('t_%') }))
  .add('internal topics', ask('Metadata', { topics: names('__consumer_offsets', '__transaction_state'), ...quiet }))
  .addFor(4, 99, 'the metadata topic', ask('Metadata', { topics: names('__cluster_metadata'), ...quiet }))
  .addFor(8, 99, 'operations of topics', topic('t-%'), ask('Metadata', { topics: names('t-%'), includeTopicAuthorizedOperations: true, ...quiet }))
  .addFor(8, 10, 'operations of the cluster', ask('Metadata', { topics: [], includeClusterAuthorizedOperations: true, ...quiet }))
  .addFor(10, 11, 'an id, too early', topic('t-%'), ask('Metadata', { topics: [{ name: '', topicId: idOf('t-%') }], ...quiet }))
  .addFor(10, 11, 'a null name, too early', ask('Metadata', { topics: [{ name: null, topicId: NO_ID }], ...quiet }))
  .addFor(12, 99, 'by id', topic('t-%'), ask('Metadata', { topics: [{ name: null, topicId: idOf('t-%') }], ...quiet }))
  .addFor(12, 99, 'by an unknown id', ask('Metadata', { topics: [{ name: null, topicId: UNKNOWN_ID }], ...quiet }))
  .addFor(12, 99, 'by a known and an unknown id', topic('t-%'), ask('Metadata', { topics: [{ name: null, topicId: UNKNOWN_ID }, { name: null, topicId: idOf('t-%') }], ...quiet }))
  .addFor(12, 99, 'by no name and no id', ask('Metadata', { topics: [{ name: null, topicId: NO_ID }], ...quiet }))
  .addFor(12, 99, 'by name and id', topic('t-%'), ask('Metadata', { topics: [{ name: 't-%', topicId: idOf('t-%') }], ...quiet }))
  .addFor(12, 99, 'some by id, some by name', topic('t-%'), topic('u-%'), ask('Metadata', { topics: [{ name: null, topicId: idOf('t-%') }, { name: 'u-%', topicId: NO_ID }], ...quiet }));

const part = (wanted: readonly string[], fields: object = {}) => ask('DescribeTopicPartitions', { topics: wanted.map((name) => ({ name })), ...fields });

const describeTopicPartitions = new ApiScript('DescribeTopicPartitions')
  .add('a topic', topic('t-%', 3), part(['t-%']))
  .add('topics in another order', topic('t-%'), topic('a-%'), part(['t-%', 'a-%']))
  .add('an unknown topic', topic('t-%'), part(['t-%', 'u-%']))
  .add('a topic twice', topic('t-%'), part(['t-%', 't-%']))
  .add('bad names', part(['', '.', 'a b']))
  .add('internal topics', part(['__consumer_offsets']))
  .add('a limit', topic('t-%', 3), topic('u-%', 3), part(['t-%', 'u-%'], { responsePartitionLimit: 4 }))
  .add('a limit of one topic', topic('t-%', 3), topic('u-%', 3), part(['t-%', 'u-%'], { responsePartitionLimit: 3 }))
  .add('a limit of 0', topic('t-%', 3), part(['t-%'], { responsePartitionLimit: 0 }))
  .add('a negative limit', topic('t-%', 3), part(['t-%'], { responsePartitionLimit: -1 }))
  .add('a cursor', topic('t-%', 3), part(['t-%'], { cursor: { topicName: 't-%', partitionIndex: 1 } }))
  .add('a cursor behind the end', topic('t-%', 3), part(['t-%'], { cursor: { topicName: 't-%', partitionIndex: 9 } }))
  .add('a negative cursor', topic('t-%', 3), part(['t-%'], { cursor: { topicName: 't-%', partitionIndex: -1 } }))
  .add('a cursor at an unknown topic', topic('t-%', 3), part(['t-%'], { cursor: { topicName: 'a-%', partitionIndex: 0 } }))
  .add('a cursor behind all topics', topic('t-%', 3), part(['t-%'], { cursor: { topicName: 'z-%', partitionIndex: 0 } }))
  .add('a cursor that skips', topic('a-%', 2), topic('t-%', 3), part(['a-%', 't-%'], { cursor: { topicName: 't-%', partitionIndex: 0 } }));

const describeCluster = new ApiScript('DescribeCluster')
  .add('the cluster', ask('DescribeCluster', { includeClusterAuthorizedOperations: false }))
  .add('with operations', ask('DescribeCluster', { includeClusterAuthorizedOperations: true }))
  .addFor(1, 99, 'of the controllers', ask('DescribeCluster', { includeClusterAuthorizedOperations: false, endpointType: 2 }))
  .addFor(1, 99, 'of something else', ask('DescribeCluster', { includeClusterAuthorizedOperations: false, endpointType: 0 }), ask('DescribeCluster', { includeClusterAuthorizedOperations: false, endpointType: 9 }))
  .addFor(2, 99, 'with fenced brokers', ask('DescribeCluster', { includeClusterAuthorizedOperations: false, includeFencedBrokers: true }));

const find = (keyType: number, ...keys: readonly string[]) => ask('FindCoordinator', { key: keys[0] ?? '', keyType, coordinatorKeys: [...keys] });

const findCoordinator = new ApiScript('FindCoordinator')
  .add('of a group', find(0, 'g-%'))
  .add('of an empty key', find(0, ''))
  .addFor(1, 99, 'of a transactional id', find(1, 'x-%'))
  .addFor(1, 99, 'of an empty transactional id', find(1, ''))
  .addFor(1, 99, 'of an unknown type', find(7, 'g-%'), find(-1, 'g-%'))
  .addFor(1, 99, 'of a share group', find(2, 'g-%'))
  .addFor(4, 99, 'of many', find(0, 'g-%', 'h-%', 'g-%', ''))
  .addFor(4, 99, 'of none', find(0));

const version99 = (api: 'ApiVersions' | 'Metadata' | 'Fetch' | 'Produce', version: number): Buffer => {
  const frame = encodeRequest(api, 0, 5, api === 'Metadata' ? { topics: [] } : {});
  frame.writeInt16BE(version, 6);
  return frame;
};
const header = (key: number, version: number, correlationId = 5): Buffer => {
  const content = Buffer.alloc(10);
  content.writeInt16BE(key, 0);
  content.writeInt16BE(version, 2);
  content.writeInt32BE(correlationId, 4);
  content.writeInt16BE(-1, 8);
  return content;
};
const size = (bytes: number): Buffer => {
  const frame = Buffer.alloc(4);
  frame.writeInt32BE(bytes);
  return frame;
};

const apiVersions = new ApiScript('ApiVersions')
  .add('what is served', ask('ApiVersions', { clientSoftwareName: 'differential', clientSoftwareVersion: '1.0' }))
  .addFor(3, 99, 'of a client without a name', ask('ApiVersions', { clientSoftwareName: '', clientSoftwareVersion: '1' }))
  .addFor(3, 99, 'of a client with a bad name', ask('ApiVersions', { clientSoftwareName: 'a b', clientSoftwareVersion: '1' }), ask('ApiVersions', { clientSoftwareName: '-a', clientSoftwareVersion: '1' }), ask('ApiVersions', { clientSoftwareName: 'a', clientSoftwareVersion: '1 2' }))
  .addFor(3, 99, 'of a client without a version', ask('ApiVersions', { clientSoftwareName: 'a', clientSoftwareVersion: '' }))
  .add('twice', pipeline(ask('ApiVersions', { clientSoftwareName: 'a', clientSoftwareVersion: '1' }), ask('ApiVersions', { clientSoftwareName: 'a', clientSoftwareVersion: '1' })));

/** Frames that are no request; tried once, so under one version. */
const frames = new ApiScript('ApiVersions')
  .addFor(0, 0, 'an unknown version', raw('ApiVersions of version 99', () => version99('ApiVersions', 99), { api: 'ApiVersions', version: 0 }))
  .addFor(0, 0, 'a negative version', raw('ApiVersions of version -1', () => version99('ApiVersions', -1)))
  .addFor(0, 0, 'unknown versions of other APIs', raw('Metadata of version 99', () => version99('Metadata', 99)), raw('Metadata of version -1', () => version99('Metadata', -1)))
  .addFor(0, 0, 'versions of long ago', ...([[0, 0], [0, 2], [1, 0], [1, 3], [2, 0], [8, 0], [8, 1], [9, 0], [19, 0], [19, 1], [20, 0], [23, 0], [27, 0], [32, 0], [35, 0]] as const).map(([key, version]) => raw(`API ${key} of version ${version}`, () => sized(header(key, version)))))
  .addFor(0, 0, 'unknown APIs', ...[-1, 4, 5, 6, 7, 93, 999, 32767].map((key) => raw(`API ${key}`, () => sized(header(key, 0)))))
  .addFor(0, 0, 'APIs of controllers', ...[52, 53, 54, 56, 58, 59, 62, 63, 67, 70, 73, 82].map((key) => raw(`API ${key}`, () => sized(header(key, 0)))))
  .addFor(0, 0, 'a frame that is too large', raw('a size of 2 GB', () => size(2_147_483_647)), raw('a size just too large', () => size(104_857_601)))
  .addFor(0, 0, 'a frame with a negative size', raw('a size of -1', () => size(-1)))
  .addFor(0, 0, 'an empty frame', raw('a size of 0', () => size(0)))
  .addFor(0, 0, 'a frame shorter than its header', ...[1, 4, 8, 9].map((length) => raw(`${length} bytes`, () => sized(header(18, 0).subarray(0, length)))))
  .addFor(0, 0, 'a client id longer than the frame', raw('a length of 100', () => sized(Buffer.concat([header(18, 0).subarray(0, 8), Buffer.from([0, 100, 65])]))))
  .addFor(0, 0, 'a body cut short', raw('Metadata without a body', () => sized(header(3, 1))), raw('half a Metadata', () => sized(Buffer.concat([header(3, 1), Buffer.from([0, 0])]))))
  .addFor(0, 0, 'an array longer than the frame', raw('topics: 1,000,000', () => sized(Buffer.concat([header(3, 1), Buffer.from([0, 15, 66, 64, 0, 1, 65])]))))
  .addFor(0, 0, 'a body with a rest', raw('Metadata and three bytes', () => sized(Buffer.concat([header(3, 1), Buffer.from([0, 0, 0, 0, 1, 2, 3])])), { api: 'Metadata', version: 1 }))
  .addFor(0, 0, 'SASL without SASL', raw('SaslHandshake', () => encodeRequest('SaslHandshake', 1, 5, { mechanism: 'PLAIN' }), { api: 'SaslHandshake', version: 1 }), raw('SaslAuthenticate', () => encodeRequest('SaslAuthenticate', 2, 5, { authBytes: Buffer.from('a') }), { api: 'SaslAuthenticate', version: 2 }));

const quorum = (topics: readonly object[]) => ask('DescribeQuorum', { topics: topics as never });
const describeQuorum = new ApiScript('DescribeQuorum')
  .add('the metadata quorum', quorum([{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }]))
  .add('another partition', quorum([{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 1 }] }]))
  .add('another topic', quorum([{ topicName: 't-%', partitions: [{ partitionIndex: 0 }] }]))
  .add('no topic', quorum([]))
  .add('two partitions', quorum([{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }, { partitionIndex: 1 }] }]))
  .add('no partition', quorum([{ topicName: '__cluster_metadata', partitions: [] }]));

const dirs = (topics: readonly object[] | null) => ask('DescribeLogDirs', { topics: topics as never });
const describeLogDirs = new ApiScript('DescribeLogDirs')
  .add('a partition', topic('t-%', 2), wrote('a'), dirs([{ topic: 't-%', partitions: [0] }]))
  .add('all partitions', topic('t-%', 2), wrote('a'), ask('DescribeLogDirs', { topics: null }, { own: 'results.0.topics' }))
  .add('no topics', dirs([]))
  .add('an unknown topic', dirs([{ topic: 'u-%', partitions: [0] }]))
  .add('an unknown partition', topic('t-%'), wrote('a'), dirs([{ topic: 't-%', partitions: [0, 7] }]))
  .add('a partition twice', topic('t-%'), wrote('a'), dirs([{ topic: 't-%', partitions: [0, 0] }]))
  .add('no partitions', topic('t-%'), wrote('a'), dirs([{ topic: 't-%', partitions: [] }]));

const known = ask('DescribeLogDirs', { topics: [] }, { keep: { dir: 'results.0.logDir' }, isSetup: true });
const move = (path: string, name: string, partitions: readonly number[]) => ({ path, topics: [{ name, partitions: [...partitions] }] });
const alterReplicaLogDirs = new ApiScript('AlterReplicaLogDirs')
  .add('to where it is', topic('t-%', 2), wrote('a'), known, ask('AlterReplicaLogDirs', { dirs: [move(ref('dir'), 't-%', [0, 1])] }))
  .add('to nowhere', topic('t-%'), wrote('a'), ask('AlterReplicaLogDirs', { dirs: [move('/no/such/folder', 't-%', [0])] }))
  .add('to no path', topic('t-%'), ask('AlterReplicaLogDirs', { dirs: [move('', 't-%', [0])] }))
  .add('an unknown topic', known, ask('AlterReplicaLogDirs', { dirs: [move(ref('dir'), 'u-%', [0])] }))
  .add('an unknown partition', topic('t-%'), wrote('a'), known, ask('AlterReplicaLogDirs', { dirs: [move(ref('dir'), 't-%', [0, 7, -1])] }))
  .add('a partition twice', topic('t-%'), wrote('a'), known, ask('AlterReplicaLogDirs', { dirs: [move(ref('dir'), 't-%', [0]), move('/no/such/folder', 't-%', [0])] }))
  .add('two topics', topic('t-%'), topic('u-%'), known, ask('AlterReplicaLogDirs', { dirs: [{ path: ref('dir'), topics: [{ name: 't-%', partitions: [0] }, { name: 'u-%', partitions: [0] }] }] }))
  .add('nothing', ask('AlterReplicaLogDirs', { dirs: [] }));

export const clusterScripts = [metadata, describeTopicPartitions, describeCluster, findCoordinator, apiVersions, frames, describeQuorum, describeLogDirs, alterReplicaLogDirs];
