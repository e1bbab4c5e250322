import { createPrivateKey, X509Certificate } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ThrowawayAuthority } from './throwaway-authority.ts';

describe('ThrowawayAuthority', () => {
  const authority = new ThrowawayAuthority('a cluster');
  const ca = new X509Certificate(authority.certificate);

  it('vouches for itself as a CA', () => {
    expect(ca.ca).toBe(true);
    expect(ca.subject).toBe('CN=a cluster');
    expect(ca.verify(ca.publicKey)).toBe(true);
  });

  it('issues certificates that node:crypto takes, with their names and times', () => {
    const validToMs = Date.parse('2031-05-06T07:08:09Z');
    const { certificate, privateKey } = authority.issue({ commonName: 'broker 1', hosts: ['127.0.0.1', 'broker-1'], uris: ['urn:ottla:cluster:abc'], validToMs });
    const issued = new X509Certificate(certificate);
    expect(issued.subjectAltName).toBe('IP Address:127.0.0.1, DNS:broker-1, URI:urn:ottla:cluster:abc');
    expect(issued.validToDate.getTime()).toBe(validToMs);
    expect(issued.ca).toBe(false);
    expect(issued.checkIssued(ca) && issued.verify(ca.publicKey)).toBe(true);
    expect(issued.checkPrivateKey(createPrivateKey(privateKey))).toBe(true);
    expect(issued.verify(new X509Certificate(new ThrowawayAuthority('a cluster').certificate).publicKey)).toBe(false);
  });
});
