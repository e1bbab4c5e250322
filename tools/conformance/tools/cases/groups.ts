import type { Scene, ToolCase } from '../scene.ts';

/** A topic of three partitions with ten records, five seconds of which lie apart in time. */
async function written(s: Scene, topic: string): Promise<void> {
  await s.quiet('topics', `--create --topic ${topic} --partitions 3`);
  await s.quiet('console-producer', `--topic ${topic} --reader-property parse.key=true --reader-property key.separator=:`, { stdin: Array.from({ length: 10 }, (_, index) => `k${index}:v${index}`).join('\n') });
}

/** Reads all of a topic in a group, which commits and leaves. */
async function readBy(s: Scene, group: string, topic: string): Promise<void> {
  await s.quiet('console-consumer', `--topic ${topic} --group ${group} --from-beginning --max-messages 10 --timeout-ms 20000`);
}

const member = /"name":"partitions_assigned"/;
const memberMasks = [/(?<=\S)-<uuid>/g, /^Warning.*/];

const listAndDescribe: ToolCase = {
  name: 'kafka-consumer-groups: list, describe', on: 'one broker',
  run: async (s) => {
    await written(s, 'g1');
    await readBy(s, 'idle', 'g1');
    const classic = s.start('verifiable-consumer', '--topic g1 --group-id classic-g --group-protocol classic --reset-policy earliest');
    await classic.says(member);
    const modern = s.start('verifiable-consumer', '--topic g1 --group-id modern-g --group-protocol consumer --reset-policy earliest');
    await modern.says(member);
    await s.settled('consumer-groups', '--list', ({ stdout }) => stdout.includes('modern-g'), { inAnyOrder: true });
    await s.tool('consumer-groups', '--list --state', { inAnyOrder: true });
    for (const filter of ['--state stable', '--state empty', '--state Stable,Empty', '--state dead', '--type classic', '--type consumer', '--type Consumer --state stable', '--type share', '--type nonsense', '--state --type']) {
      await s.tool('consumer-groups', `--list ${filter}`, { inAnyOrder: true });
    }
    // The tool lists the states in the order of their hashes.
    await s.tool('consumer-groups', '--list --state nonsense', { masks: [/Valid states are: .*/] });
    for (const group of ['idle', 'classic-g', 'modern-g', 'missing']) {
      await s.settled('consumer-groups', `--describe --group ${group}`, ({ stdout }) => group !== 'classic-g' && group !== 'modern-g' ? true : !/\d +- +\d/.test(stdout), { inAnyOrder: true, masks: memberMasks });
      await s.tool('consumer-groups', `--describe --group ${group} --offsets --verbose`, { inAnyOrder: true, masks: memberMasks });
      await s.tool('consumer-groups', `--describe --group ${group} --members`, { inAnyOrder: true, masks: memberMasks });
      await s.tool('consumer-groups', `--describe --group ${group} --members --verbose`, { inAnyOrder: true, masks: memberMasks });
      await s.tool('consumer-groups', `--describe --group ${group} --state`, { inAnyOrder: true });
      await s.tool('consumer-groups', `--describe --group ${group} --state --verbose`, { inAnyOrder: true });
    }
    await s.tool('consumer-groups', '--describe --all-groups --state', { inAnyOrder: true });
    await s.tool('consumer-groups', '--describe --all-groups --state --verbose', { inAnyOrder: true });
    for (const command of ['--list', '--list --group-type classic', '--list --group-type consumer', '--list --protocol consumer', '--list --consumer', '--list --share', '--list --streams']) await s.tool('groups', command, { inAnyOrder: true });
    await s.tool('consumer-groups', '--delete --group classic-g');
    await s.tool('consumer-groups', '--delete --group modern-g');
    await s.tool('consumer-groups', '--delete-offsets --group classic-g --topic g1');
    await s.tool('consumer-groups', '--delete-offsets --group modern-g --topic g1');
    await s.tool('consumer-groups', '--reset-offsets --group classic-g --topic g1 --to-earliest --execute', { inAnyOrder: true });
    await s.tool('consumer-groups', '--reset-offsets --group modern-g --topic g1 --to-earliest --execute', { inAnyOrder: true });
    await classic.stop();
    await modern.stop();
    await s.settled('consumer-groups', '--describe --group classic-g --state', ({ stdout }) => stdout.includes('Empty'));
    await s.settled('consumer-groups', '--describe --group modern-g --state', ({ stdout }) => stdout.includes('Empty'));
    await s.tool('consumer-groups', '--describe --group classic-g --members');
    await s.tool('consumer-groups', '--delete --group classic-g --group modern-g', { inAnyOrder: true });
    await s.tool('consumer-groups', '--delete --group missing');
    await s.tool('consumer-groups', '--delete --group idle --group missing', { inAnyOrder: true });
    await s.tool('consumer-groups', '--delete --all-groups', { inAnyOrder: true });
    await s.tool('consumer-groups', '--list');
    await s.quiet('topics', '--delete --topic g1');
  },
};

const resetOffsets: ToolCase = {
  name: 'kafka-consumer-groups: reset-offsets, delete-offsets', on: 'one broker',
  run: async (s) => {
    await written(s, 'g2');
    await readBy(s, 'resets', 'g2');
    const reset = async (how: string): Promise<void> => void (await s.tool('consumer-groups', `--reset-offsets --group resets ${how}`, { inAnyOrder: true }));
    for (const how of ['--to-earliest', '--to-latest', '--to-current', '--to-offset 1', '--to-offset 999', '--shift-by -1', '--shift-by 100', '--to-datetime 2020-01-01T00:00:00.000', '--to-datetime 2099-01-01T00:00:00.000', '--by-duration PT0H10M0S', '--by-duration P0D']) {
      await reset(`--topic g2 ${how} --dry-run`);
      await reset(`--topic g2:0,1 ${how} --execute`);
      await s.tool('consumer-groups', '--describe --group resets', { inAnyOrder: true });
    }
    await reset('--all-topics --to-earliest');
    await reset('--all-topics --to-earliest --execute');
    const { stdout } = await s.tool('consumer-groups', '--reset-offsets --group resets --all-topics --to-current --export --dry-run', { inAnyOrder: true });
    await reset(`--from-file ${s.file('offsets.csv', stdout)} --dry-run`);
    await reset(`--from-file ${s.file('offsets2.csv', 'g2,0,1\ng2,1,2\n')} --execute`);
    await reset('--topic missing --to-earliest --execute');
    await reset('--topic g2:7 --to-earliest --execute');
    await s.tool('consumer-groups', '--reset-offsets --group fresh --topic g2 --to-earliest --execute', { inAnyOrder: true });
    await s.tool('consumer-groups', '--reset-offsets --group fresh2 --all-topics --to-earliest --execute', { inAnyOrder: true });
    await s.tool('consumer-groups', '--reset-offsets --all-groups --topic g2 --to-latest --execute', { inAnyOrder: true });
    await s.tool('consumer-groups', '--delete-offsets --group resets --topic g2:0');
    await s.tool('consumer-groups', '--describe --group resets', { inAnyOrder: true });
    await s.tool('consumer-groups', '--delete-offsets --group resets --topic missing');
    await s.tool('consumer-groups', '--delete-offsets --group resets --topic g2:0');
    await s.tool('consumer-groups', '--delete-offsets --group resets --topic g2:0,1,2,3', { inAnyOrder: true });
    await s.tool('consumer-groups', '--delete-offsets --group missing --topic g2:0');
    await s.tool('consumer-groups', '--describe --group resets', { inAnyOrder: true });
    await s.tool('consumer-groups', '--describe --group missing --offsets');
    await s.tool('consumer-groups', '--delete --group resets --group fresh', { inAnyOrder: true });
    await s.quiet('topics', '--delete --topic g2');
  },
};

const otherGroups: ToolCase = {
  name: 'kafka-share-groups, kafka-streams-groups, kafka-streams-application-reset', on: 'one broker',
  run: async (s) => {
    await s.tool('share-groups', '--list');
    await s.tool('share-groups', '--describe --group none');
    await s.tool('streams-groups', '--list');
    await s.tool('streams-groups', '--describe --group none');
    await written(s, 'g3');
    await s.quiet('topics', '--create --topic app-store-changelog');
    await s.quiet('topics', '--create --topic app-by-key-repartition');
    await readBy(s, 'app', 'g3');
    await s.tool('streams-application-reset', '--application-id app --input-topics g3 --dry-run', { inAnyOrder: true });
    await s.tool('streams-application-reset', '--application-id app --input-topics g3', { inAnyOrder: true });
    await s.tool('consumer-groups', '--describe --group app', { inAnyOrder: true });
    await s.tool('topics', '--list');
    await s.tool('streams-application-reset', '--application-id app --input-topics g3 --to-offset 2', { inAnyOrder: true });
    await s.tool('streams-application-reset', '--application-id app --input-topics g3 --by-duration PT1H', { inAnyOrder: true });
    await s.tool('streams-application-reset', '--application-id app --input-topics missing');
    const member = s.start('verifiable-consumer', '--topic g3 --group-id app');
    await member.says(/"name":"partitions_assigned"/);
    await s.tool('streams-application-reset', '--application-id app --input-topics g3');
    await s.tool('streams-application-reset', '--application-id app --input-topics g3 --force', { inAnyOrder: true });
    await member.stop();
    await s.quiet('consumer-groups', '--delete --group app');
    await s.quiet('topics', '--delete --topic g3');
  },
};

export const groupCases: readonly ToolCase[] = [listAndDescribe, resetOffsets, otherGroups];
