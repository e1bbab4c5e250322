import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { supportedFeatures } from '../features.ts';
import { metadataRecord } from '../records/metadata-record.ts';
import { ControlBed, directoryOf } from './simulation/control-bed.ts';
import { updateFeatures } from './update-features.ts';

const UPGRADE = 1;
const SAFE = 2;
const UNSAFE = 3;
const ELR = 'eligible.leader.replicas.version';
type Update = readonly [feature: string, level: number, type?: number];

function update(bed: ControlBed, updates: readonly Update[], { validateOnly = false, version = 2 } = {}) {
  const featureUpdates = updates.map(([feature, maxVersionLevel, upgradeType = UPGRADE]) => ({ feature, maxVersionLevel, upgradeType, allowDowngrade: upgradeType !== UPGRADE }));
  return bed.run(updateFeatures(bed, { timeoutMs: 1000, featureUpdates, validateOnly }, version));
}

const bedAt = (metadataVersion: number): ControlBed => new ControlBed().feature('metadata.version', metadataVersion);

describe('updateFeatures', () => {
  it('raises and lowers levels, all of a request or none', () => {
    const bed = bedAt(30);
    expect(update(bed, [['group.version', 1], ['transaction.version', 2]])).toMatchObject({ errorCode: ErrorCode.NONE, errorMessage: null });
    expect(update(bed, [['group.version', 0, SAFE], ['nope', 1]])).toMatchObject({ errorCode: ErrorCode.INVALID_UPDATE_VERSION });
    expect([...bed.image.features]).toEqual([['metadata.version', 30], ['group.version', 1], ['transaction.version', 2]]);
    update(bed, [['group.version', 0, SAFE]]);
    expect(bed.image.features.has('group.version')).toBe(false);
  });

  it('only checks when asked to', () => {
    const bed = bedAt(30);
    expect(update(bed, [['group.version', 1]], { validateOnly: true }).errorCode).toBe(ErrorCode.NONE);
    expect(bed.image.features.has('group.version')).toBe(false);
  });

  it('answers for each feature in the versions that have a place for it', () => {
    expect(update(bedAt(30), [['group.version', 1]], { version: 1 }).results).toEqual([{ feature: 'group.version', errorCode: 0, errorMessage: 'NONE' }]);
    expect(update(bedAt(30), [['group.version', 1]], { version: 2 }).results).toEqual([]);
  });

  it.each<[string, Update, string]>([
    ['an unknown feature', ['nope', 1], 'Local controller -1 does not support this feature.'],
    ['a level beyond', ['group.version', 9], 'Local controller -1 only supports versions 0-1'],
    ['a negative level', ['group.version', -1], 'A feature version cannot be less than 0.'],
    ['a downgrade as an upgrade', ['metadata.version', 29], "Can't downgrade the version of this feature without setting the upgrade type to either safe or unsafe downgrade."],
    ['an upgrade as a downgrade', ['group.version', 1, SAFE], "Can't downgrade to a newer version."],
    ['an unknown type', ['group.version', 1, 0], 'The controller does not support the given upgrade type.'],
    ['a downgrade that would lose metadata', ['metadata.version', 29, SAFE], 'Refusing to perform the requested downgrade because it might delete metadata information.'],
    ['the same, unsafely', ['metadata.version', 29, UNSAFE], 'Unsafe metadata downgrade is not supported in this version.'],
    ['an older quorum', ['kraft.version', 0, SAFE], "Can't downgrade the version of this feature."],
  ])('refuses %s', (_, asked, why) => {
    const bed = bedAt(30);
    const { errorCode, errorMessage } = update(bed, [asked]);
    expect(errorCode).toBe(ErrorCode.INVALID_UPDATE_VERSION);
    expect(errorMessage).toContain(why);
    expect([...bed.image.features]).toEqual([['metadata.version', 30]]);
  });

  it('refuses a level that a registered broker could not run at', () => {
    const bed = bedAt(30);
    const features = supportedFeatures.map(({ name, minVersion, maxVersion }) => ({ name, minSupportedVersion: minVersion, maxSupportedVersion: name === 'group.version' ? 0 : maxVersion }));
    bed.replay([metadataRecord(0, { brokerId: 4, incarnationId: directoryOf(4), brokerEpoch: bed.nextOffset, endPoints: [], features, rack: null, logDirs: [] })]);
    expect(update(bed, [['group.version', 1]]).errorMessage).toContain('Broker 4 only supports versions 0-0');
    expect(update(bed, [['transaction.version', 1]]).errorCode).toBe(ErrorCode.NONE);
  });

  it('raises an old folder, and lowers it as far as no metadata is lost', () => {
    const bed = bedAt(7);
    expect(update(bed, [[ELR, 1]]).errorMessage).toContain(`${ELR} could not be set to 1 because it depends on metadata.version level 23`);
    expect(update(bed, [['metadata.version', 29], [ELR, 1]]).errorCode).toBe(ErrorCode.NONE);
    expect(update(bed, [['metadata.version', 24, SAFE]]).errorCode).toBe(ErrorCode.NONE);
    expect(update(bed, [['metadata.version', 22, SAFE]]).errorCode).toBe(ErrorCode.INVALID_UPDATE_VERSION);
    expect(bed.image.metadataVersion).toBe(24);
  });

  it('writes down min.insync.replicas for the whole cluster with eligible leader replicas', () => {
    const bed = bedAt(30).brokers({ id: 1 });
    bed.replay([metadataRecord(4, { resourceType: 4, resourceName: '1', name: 'min.insync.replicas', value: '3' })]);
    // Brokers of this bed know no features at all.
    bed.image.brokers.clear();
    update(bed, [[ELR, 1]]);
    expect(bed.image.configOf(4, '').get('min.insync.replicas')).toBe('1');
    expect(bed.image.configOf(4, '1').has('min.insync.replicas')).toBe(false);
  });
});
