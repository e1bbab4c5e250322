/** Certificates of planes name their cluster in a subject alternative name of type URI: this, and the cluster's id. */
export const CLUSTER_URI = 'urn:ottla:cluster:';

/** One name of the text that node:crypto makes of subject alternative names; quoted where it has what could be mistaken. */
const name = /(?:^|, )([A-Za-z ]+):("(?:[^"\\]|\\.)*"|[^,]*)/g;

/** The clusters that a certificate is for, from the text of its subject alternative names. */
export function clustersIn(subjectAltNames: string | undefined): readonly string[] {
  const uris = [...(subjectAltNames ?? '').matchAll(name)].filter(([, type]) => type === 'URI').map(([, , value = '']) => value);
  return uris.filter((uri) => uri.startsWith(CLUSTER_URI)).map((uri) => uri.slice(CLUSTER_URI.length));
}
