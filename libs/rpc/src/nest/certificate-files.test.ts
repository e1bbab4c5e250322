import { describe, expect, it } from '@jest/globals';
import { recordingLogger, virtualTime } from '@ottla/testing';
import { ThrowawayAuthority } from '@ottla/testing/certificates';
import { CertificateFiles } from './certificate-files.ts';

const CLUSTER = 'nuRbAzHxQ86K2qh5J4qfYA';

describe('CertificateFiles', () => {
  it('takes up renewed files for new connections, keeps what it has where they are not fit, and says so once', () => {
    const authority = new ThrowawayAuthority('CA');
    const keystore = (cluster: string): string => {
      const { certificate, privateKey } = authority.issue({ commonName: 'a plane', hosts: [], uris: [`urn:ottla:cluster:${cluster}`] });
      return privateKey + certificate;
    };
    const time = virtualTime();
    const logger = recordingLogger();
    let file = keystore(CLUSTER);
    const clock = { now: () => Date.now(), monotonicMs: () => time.clock.monotonicMs() };
    const settings = { keystore: '/k.pem', truststore: '/t.pem', keyPassword: undefined, checksHostNames: true };
    const files = new CertificateFiles({ settings, clusterId: CLUSTER, clock, scheduler: time.scheduler, logger, readText: (path) => (path === '/k.pem' ? file : authority.certificate) });
    let renewals = 0;
    files.onRenewed(() => renewals++);
    const first = files.context;

    time.advance(60_000);
    expect([renewals, files.context === first]).toEqual([0, true]);

    file = keystore('another');
    time.advance(60_000);
    expect([renewals, files.context === first]).toEqual([0, true]);
    expect(logger.lines.map(({ level, fields }) => [level, String(fields['reason']).includes('names another')])).toEqual([['error', true]]);

    file = keystore(CLUSTER);
    time.advance(10_000);
    expect([renewals, files.context === first]).toEqual([1, false]);
    expect(file).toContain(files.material.cert);
  });
});
