/**
 * Makes local stand-ins for the images that docker/ builds on, where a machine may not pull images:
 *
 *   node tools/docker/stand-ins.ts [--jaeger BINARY] [--only NAME]
 *
 * Each gets the name and tag of the image it stands for, so that docker/compose.yaml is run as it is:
 *   node:24-bookworm-slim         Debian bookworm by debootstrap, Node.js and npm from the npm registry, user `node`
 *   prom/prometheus               Debian's prometheus
 *   jaegertracing/all-in-one      a Jaeger binary built here (--jaeger)
 *   grafana/grafana               a page that says that Grafana is not there: no package of it can be had
 *
 * Wants root, a running dockerd, debootstrap, and the Debian and npm registries. The machine's certificates are taken
 * along, since a registry may only be reached through a proxy that signs with one of them.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const NODE_IMAGE = 'node:24-bookworm-slim';
const NPM_VERSION = '11.6.2';
const NODE_USER_ID = 1000;
const MIRROR = 'http://deb.debian.org/debian';

const { values: options } = parseArgs({ options: { jaeger: { type: 'string' }, only: { type: 'string' } } });

/** The tag that docker/compose.yaml names for an image. */
function tagOf(image: string): string {
  const compose = readFileSync(join(repository, 'docker/compose.yaml'), 'utf8');
  const tag = new RegExp(`image: (${image}:\\S+)`).exec(compose)?.[1];
  if (tag === undefined) throw new Error(`docker/compose.yaml names no ${image}`);
  return tag;
}

function run(command: string, args: readonly string[], input?: string): void {
  execFileSync(command, args, { stdio: [input === undefined ? 'ignore' : 'pipe', 'inherit', 'inherit'], ...(input === undefined ? {} : { input }) });
}

function inScratch(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'ottla-stand-in-'));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Node's binary as `npm ci` put it into this checkout. */
function nodeBinary(): string {
  const binary = join(repository, `node_modules/node-linux-${process.arch}/bin/node`);
  if (!existsSync(binary)) throw new Error(`${binary} is not there: run npm ci first`);
  return binary;
}

function makeNodeImage(): void {
  inScratch((folder) => {
    const root = join(folder, 'root');
    run('debootstrap', ['--variant=minbase', '--include=ca-certificates', 'bookworm', root, MIRROR]);
    cpSync('/etc/ssl/certs/ca-certificates.crt', join(root, 'etc/ssl/certs/ca-certificates.crt'), { dereference: true });
    cpSync(nodeBinary(), join(root, 'usr/local/bin/node'));
    run('npm', ['install', '--silent', '--prefix', folder, `npm@${NPM_VERSION}`]);
    cpSync(join(folder, 'node_modules/npm'), join(root, 'usr/local/lib/node_modules/npm'), { recursive: true });
    for (const name of ['npm', 'npx']) symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(root, 'usr/local/bin', name));
    run('chroot', [root, 'sh', '-c', `groupadd --gid ${NODE_USER_ID} node && useradd --uid ${NODE_USER_ID} --gid node --create-home node && apt-get clean && rm -rf /var/lib/apt/lists/*`]);
    const archive = join(folder, 'root.tar');
    run('tar', ['-C', root, '-cf', archive, '.']);
    run('docker', ['import', '--change', 'CMD ["node"]', '--change', 'ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt', archive, NODE_IMAGE]);
  });
}

/** Builds `dockerfile` in a folder that `fill` may put files into. */
function build(tag: string, dockerfile: string, fill: (folder: string) => void = () => {}): void {
  inScratch((folder) => {
    fill(folder);
    writeFileSync(join(folder, 'Dockerfile'), dockerfile);
    run('docker', ['build', '--network=host', '--tag', tag, folder]);
  });
}

function makePrometheus(): void {
  build(
    tagOf('prom/prometheus'),
    `FROM ${NODE_IMAGE}
RUN apt-get update && apt-get install -y --no-install-recommends prometheus && rm -rf /var/lib/apt/lists/* && mkdir -p /prometheus && chown 65534:65534 /prometheus
USER 65534:65534
ENTRYPOINT ["/usr/bin/prometheus"]
CMD ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"]
`,
  );
}

function makeJaeger(): void {
  if (options.jaeger === undefined) throw new Error('a stand-in for Jaeger wants --jaeger BINARY: an all-in-one server, built from its Go module');
  const binary = resolve(options.jaeger);
  build(tagOf('jaegertracing/all-in-one'), `FROM ${NODE_IMAGE}\nCOPY jaeger /usr/local/bin/jaeger\nUSER 10001:10001\nENTRYPOINT ["/usr/local/bin/jaeger"]\n`, (folder) =>
    cpSync(binary, join(folder, 'jaeger')),
  );
}

function makeGrafana(): void {
  const page = 'Grafana cannot be had on this machine. Its dashboards are in docker/grafana, their figures in Prometheus.';
  const server = `require('node:http').createServer((_, answer) => answer.end(${JSON.stringify(page)})).listen(3000)`;
  build(tagOf('grafana/grafana'), `FROM ${NODE_IMAGE}\nUSER 472:472\nCMD ["node", "-e", ${JSON.stringify(server)}]\n`);
}

const makers: Readonly<Record<string, () => void>> = { node: makeNodeImage, prometheus: makePrometheus, jaeger: makeJaeger, grafana: makeGrafana };
for (const [name, make] of Object.entries(makers)) {
  if (options.only !== undefined && options.only !== name) continue;
  if (name === 'jaeger' && options.only === undefined && options.jaeger === undefined) {
    process.stdout.write('no stand-in for Jaeger: give --jaeger BINARY\n');
    continue;
  }
  process.stdout.write(`making the stand-in for ${name}\n`);
  make();
}
