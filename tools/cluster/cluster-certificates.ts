import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ThrowawayAuthority } from '@ottla/testing/certificates';
import { HOST } from './plane-ports.ts';

type Settings = Readonly<Record<string, string>>;

/** Only who owns them reads private keys. */
const MODE = 0o600;

/**
 * Certificates of a cluster for trying out, in DIR/certificates: made anew at each start by a CA that nobody keeps, so all
 * services of one start believe each other and no others. Answers the keys of mTLS for each service.
 */
export function clusterCertificates(directory: string, clusterId: string): (service: string) => Settings {
  const folder = join(directory, 'certificates');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = new ThrowawayAuthority(`throwaway CA of cluster ${clusterId}`);
  const truststore = join(folder, 'ca.pem');
  writeFileSync(truststore, authority.certificate);
  return (service) => {
    const { certificate, privateKey } = authority.issue({ commonName: service, hosts: [HOST, 'localhost'], uris: [`urn:ottla:cluster:${clusterId}`] });
    const keystore = join(folder, `${service}.pem`);
    writeFileSync(keystore, privateKey + certificate, { mode: MODE });
    return { 'ottla.plane.ssl.keystore.location': keystore, 'ottla.plane.ssl.truststore.location': truststore };
  };
}

/** The id of the cluster that a formatted folder belongs to. */
export function clusterIdIn(folder: string): string {
  const file = join(folder, 'meta.properties');
  const id = existsSync(file) ? /^cluster\.id=(.+)$/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  if (id === undefined) throw new Error(`${folder} is not formatted`);
  return id;
}
