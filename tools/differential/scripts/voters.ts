/** Voters of the metadata quorum: what is refused, since nothing here may change the quorum under the other cases. */
import { ApiScript, ask } from '../script.ts';
import { UNKNOWN_ID } from './produce.ts';

const stranger = { voterId: 99, voterDirectoryId: UNKNOWN_ID };

const addRaftVoter = new ApiScript('AddRaftVoter')
  .add('of another cluster', ask('AddRaftVoter', { ...stranger, clusterId: 'another', timeoutMs: 2000, listeners: [{ name: 'CONTROLLER', host: '127.0.0.1', port: 1 }] }));

const removeRaftVoter = new ApiScript('RemoveRaftVoter')
  .add('of another cluster', ask('RemoveRaftVoter', { ...stranger, clusterId: 'another' }))
  .add('an unknown voter', ask('RemoveRaftVoter', { ...stranger, clusterId: null }));

export const voterScripts = [addRaftVoter, removeRaftVoter];
