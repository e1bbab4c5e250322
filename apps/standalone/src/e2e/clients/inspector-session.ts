import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapping } from 'node:module';
import { fileURLToPath } from 'node:url';

interface Script {
  readonly scriptId: string;
  readonly url: string;
  readonly sourceMapURL?: string;
}

/** Where a paused process stands, in the file that a person wrote. */
export interface PausedAt {
  readonly source: string;
  /** From 1. */
  readonly line: number;
}

/** What a debugger does (Chrome DevTools Protocol): it finds the TypeScript of a script by its source map, both ways. */
export class InspectorSession {
  readonly #socket: WebSocket;
  readonly #answers = new Map<number, (result: Readonly<Record<string, unknown>>) => void>();
  readonly #scripts = new Map<string, Script>();
  readonly #paused = Promise.withResolvers<PausedAt>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#onMessage(JSON.parse(String(data)) as Readonly<Record<string, unknown>>));
  }

  /** `url` as the process printed it behind `Debugger listening on`. */
  static async open(url: string): Promise<InspectorSession> {
    const socket = new WebSocket(url);
    await once(socket, 'open');
    const session = new InspectorSession(socket);
    await session.send('Debugger.enable');
    return session;
  }

  /** Where the process stopped first. */
  get paused(): Promise<PausedAt> {
    return this.#paused.promise;
  }

  /** Breaks at the first statement behind the first line of a TypeScript file that has `text`. Throws Error when no script that runs is made of it. */
  async breakAt(sourceSuffix: string, text: string): Promise<PausedAt> {
    for (const script of this.#scripts.values()) {
      const map = mapOf(script);
      if (map === undefined || !map.payload.sources.some((source) => source.endsWith(sourceSuffix))) continue;
      const source = readFileSync(new URL(map.payload.sources[0] as string, new URL(script.sourceMapURL as string, script.url)), 'utf8').split('\n');
      const line = source.findIndex((candidate) => candidate.includes(text));
      const generated = readFileSync(fileURLToPath(script.url), 'utf8').split('\n');
      const position = generated.findIndex((code, index) => originOf(map, index, code.search(/\S|$/))?.originalLine === line);
      if (line < 0 || position < 0) throw new Error(`no code of ${sourceSuffix} is made of a line with ${text}`);
      await this.send('Debugger.setBreakpointByUrl', { url: script.url, lineNumber: position });
      return { source: sourceSuffix, line: line + 1 };
    }
    throw new Error(`no script that runs is made of ${sourceSuffix}`);
  }

  send(method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  close(): void {
    this.#socket.close();
  }

  #onMessage({ id, method, params, result }: { readonly id?: number; readonly method?: string; readonly params?: unknown; readonly result?: Readonly<Record<string, unknown>> }): void {
    if (id !== undefined) this.#answers.get(id)?.(result ?? {});
    if (method === 'Debugger.scriptParsed') this.#scripts.set((params as Script).scriptId, params as Script);
    if (method === 'Debugger.paused') this.#onPaused(params as { readonly callFrames: readonly { readonly location: { readonly scriptId: string; readonly lineNumber: number; readonly columnNumber: number } }[] });
  }

  #onPaused({ callFrames: [frame] }: { readonly callFrames: readonly { readonly location: { readonly scriptId: string; readonly lineNumber: number; readonly columnNumber: number } }[] }): void {
    const script = this.#scripts.get(frame?.location.scriptId ?? '');
    const map = script && mapOf(script);
    const origin = map && frame && originOf(map, frame.location.lineNumber, frame.location.columnNumber);
    if (script !== undefined && origin !== undefined) this.#paused.resolve({ source: new URL(origin.originalSource, script.url).pathname, line: origin.originalLine + 1 });
  }
}

function mapOf({ url, sourceMapURL = '' }: Script): SourceMap | undefined {
  if (!url.startsWith('file:') || sourceMapURL === '' || sourceMapURL.startsWith('data:')) return undefined;
  return new SourceMap(JSON.parse(readFileSync(new URL(sourceMapURL, url), 'utf8')) as ConstructorParameters<typeof SourceMap>[0]);
}

/** Lines and columns from 0; undefined for code that no source has. */
function originOf(map: SourceMap, line: number, column: number): SourceMapping | undefined {
  const entry = map.findEntry(line, column);
  return 'originalSource' in entry ? entry : undefined;
}
