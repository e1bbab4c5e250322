import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import { freePorts, PlaneCluster } from './plane-cluster.ts';

/** The only controller that a broker was told of goes for good, and another one is there. */
const OLD = 101;
const NEW = 104;
let cluster: PlaneCluster;

beforeAll(async () => {
  cluster = await PlaneCluster.start(1, 1);
}, 120_000);

afterAll(async () => await cluster?.[Symbol.asyncDispose](), 30_000);

describe('a quorum of which every controller was replaced', () => {
  it('is found by a broker that knows none of them from its settings', async () => {
    const address = `127.0.0.1:${(await freePorts(1))[0]}`;
    const { 'controller.quorum.voters': _, ...common } = cluster.controllerSettings(OLD);
    const settings = { ...common, 'node.id': String(NEW), 'metadata.log.dir': cluster.folderOf('controller', NEW), 'ottla.plane.listen': address, 'controller.quorum.bootstrap.servers': cluster.controllerAddress(OLD) };
    cluster.format('controller-quorum', settings);
    const added = cluster.odd('controller-new', 'controller-quorum', settings);
    await added.told('ready for planes at ');
    await cluster.addVoter(1, NEW, address);
    await added.told('this node is a voter of the metadata quorum now');
    expect(await cluster.asking(1, (raw) => raw.ask(ApiKeys.RemoveRaftVoter, 0, { clusterId: null, voterId: OLD, voterDirectoryId: cluster.directoryIdOf(OLD) }))).toMatchObject({ errorCode: ErrorCode.NONE });
    await cluster.process('controller', OLD).kill();
    await cluster.createTopic(1, 'decided', [1]);
    await cluster.inSync(1, 'decided', [1]);
    expect(cluster.process('broker', 1).output()).toContain('the controllers that vote are not those that are configured; the others are asked, too');
  }, 120_000);
});
