import { ApiKeys, apis } from '@ottla/protocol';
import { at, decodeAnswer, encodeRequest } from './answers.ts';
import { commonVersions, type Server } from './case-run.ts';
import { caseId } from './comparison.ts';
import { FrameConnection } from './frame-connection.ts';
import type { ApiName, Case } from './script.ts';

/** Versions of each API key. */
export type Advertised = ReadonlyMap<number, { readonly min: number; readonly max: number }>;

/** What a server says in ApiVersions. */
export async function advertisedBy(server: Server): Promise<Advertised> {
  const connection = await FrameConnection.open(server.host, server.port);
  connection.write(encodeRequest('ApiVersions', 3, 1, { clientSoftwareName: 'differential', clientSoftwareVersion: '1' }));
  const reply = await connection.next(10_000);
  connection.close();
  if (reply.kind !== 'frame') throw new Error(`${server.name} does not answer ApiVersions: ${reply.kind}`);
  const keys = at(decodeAnswer('ApiVersions', 3, 1, reply.content), 'apiKeys') as readonly { readonly [field: string]: number }[];
  return new Map(keys.map(({ apiKey, minVersion, maxVersion }) => [apiKey as number, { min: minVersion as number, max: maxVersion as number }]));
}

export interface PlannedRun {
  readonly theCase: Case;
  readonly version: number;
  /** Stands for `%` in the names of the case. */
  readonly own: string;
}

/** Which cases run in which versions: those that all servers advertise. */
export class Plan {
  readonly #versions: ReadonlyMap<ApiName, readonly number[]>;
  readonly #salt: string;

  /** `salt` makes other names, for a server that has seen the cases before. */
  constructor(advertised: readonly Advertised[], salt = '') {
    this.#versions = new Map((Object.keys(ApiKeys) as ApiName[]).map((api) => [api, commonVersions(api, advertised)]));
    this.#salt = salt;
  }

  /** The version of requests that a case is not about. */
  readonly highest = (api: ApiName): number => this.#versions.get(api)?.at(-1) ?? apis[ApiKeys[api]].request.maxVersion;

  versionsOf(api: ApiName): readonly number[] {
    return this.#versions.get(api) ?? [];
  }

  runs(cases: readonly Case[]): PlannedRun[] {
    return cases.flatMap((theCase) =>
      this.versionsOf(theCase.api)
        .filter((version) => version >= theCase.from && version <= theCase.to)
        .map((version) => ({ theCase, version, own: ownText(caseId(theCase) + this.#salt, version) })),
    );
  }

  /** The same once more, with names that neither server has seen. */
  again({ theCase, version }: PlannedRun): PlannedRun {
    return { theCase, version, own: ownText(`${caseId(theCase)}${this.#salt} again`, version) };
  }

  /** Served versions without any case. */
  missing(cases: readonly Case[]): readonly string[] {
    const seen = new Set(this.runs(cases).map(({ theCase, version }) => `${theCase.api} v${version}`));
    return [...this.#versions].flatMap(([api, versions]) => versions.map((version) => `${api} v${version}`)).filter((name) => !seen.has(name));
  }
}

/** FNV-1a: a short text that a case keeps when others come and go. */
function ownText(id: string, version: number): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(`${id} ${version}`)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36).padStart(7, '0');
}
