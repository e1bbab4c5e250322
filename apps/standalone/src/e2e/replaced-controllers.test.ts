import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import { eventually } from './conditions.ts';
import { freePorts, PlaneCluster } from './plane-cluster.ts';

/** The only controller that a broker was told of goes for good, and another one is there. */
const OLD = 101;
const NEW = 104;
let cluster: PlaneCluster;

beforeAll(async () => {
  cluster = await PlaneCluster.start(1, 1);
}, 120_000);

afterAll(async () => await cluster[Symbol.asyncDispose](), 30_000);

const directoryIdOf = (id: number): string => /directory\.id=(\S+)/.exec(readFileSync(join(cluster.folderOf('controller', id), 'meta.properties'), 'utf8'))?.[1] as string;

describe('a quorum of which every controller was replaced', () => {
  it('is found by a broker that knows none of them from its settings', async () => {
    const [port = 0] = await freePorts(1);
    const { 'controller.quorum.voters': _, ...common } = cluster.controllerSettings(OLD);
    const settings = { ...common, 'node.id': String(NEW), 'metadata.log.dir': cluster.folderOf('controller', NEW), 'ottla.plane.listen': `127.0.0.1:${port}`, 'controller.quorum.bootstrap.servers': cluster.controllerAddress(OLD) };
    cluster.format('controller-quorum', settings);
    const added = cluster.odd('controller-new', 'controller-quorum', settings);
    await added.told('ready for planes at ');
    const listeners = [{ name: 'CONTROLLER', host: '127.0.0.1', port }];
    await eventually('it is caught up and added', async () => {
      const { errorCode } = await cluster.asking(1, (raw) => raw.ask(ApiKeys.AddRaftVoter, 0, { clusterId: null, timeoutMs: 5_000, voterId: NEW, voterDirectoryId: directoryIdOf(NEW), listeners }));
      return errorCode === ErrorCode.NONE;
    });
    await added.told('this node is a voter of the metadata quorum now');
    expect(await cluster.asking(1, (raw) => raw.ask(ApiKeys.RemoveRaftVoter, 0, { clusterId: null, voterId: OLD, voterDirectoryId: directoryIdOf(OLD) }))).toMatchObject({ errorCode: ErrorCode.NONE });
    await cluster.process('controller', OLD).kill();
    await cluster.createTopic(1, 'decided', [1]);
    await cluster.inSync(1, 'decided', [1]);
    expect(cluster.process('broker', 1).output()).toContain('the controllers that vote are not those that are configured; the others are asked, too');
  }, 120_000);
});
