import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './histogram.ts';
import type { Measured, Result } from './report.ts';

const folder = join(import.meta.dirname, '../../docs/charts');
const WIDTH = 640;
const HEIGHT = 320;
const LEFT = 64;
const RIGHT = 100;
const TOP = 36;
const BOTTOM = 44;
const colours: Readonly<Record<string, string>> = { ottla: '#0b6e4f', kafka: '#b3541e' };
const titles: Readonly<Record<string, readonly [title: string, x: string]>> = {
  partitions: ['CPU s/GB by partitions produced to in turn, batches of 15 KiB', 'partitions'],
  connections: ['CPU s/million messages by connections, 10,000 messages a second', 'connections each way'],
  'message-size': ['CPU s/GB by message size, batches of 1 MB', 'bytes a message'],
};

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Draws each chart that was measured into docs/charts, both axes logarithmic; answers Markdown that shows them, with their numbers. */
export function writeCharts({ results }: Measured): string {
  mkdirSync(folder, { recursive: true });
  const names = [...new Set(results.flatMap(({ workload }) => workload.chart?.name ?? []))];
  return names.map((name) => {
    const points = results.filter(({ workload }) => workload.chart?.name === name);
    const systems = [...new Set(points.flatMap(({ figures }) => [...figures.keys()]))];
    const lines = new Map(systems.map((system) => [system, points.filter(({ figures }) => figures.has(system)).map((result) => pointOf(result, system))]));
    writeFileSync(join(folder, `${name}.svg`), draw(name, lines));
    return `![${titles[name]?.[0]}](charts/${name}.svg)\n\n${table(name, lines)}`;
  }).join('\n\n');
}

function pointOf({ workload, figures }: Result, system: string): Point {
  const cost = (figures.get(system) ?? []).map(({ cpuSecondsPerGb, cpuSecondsPerMillion }) => (workload.per === 'GB' ? cpuSecondsPerGb : cpuSecondsPerMillion));
  return { x: workload.chart?.x ?? 0, y: median(cost) };
}

function table(name: string, lines: ReadonlyMap<string, readonly Point[]>): string {
  const all = [...new Set([...lines.values()].flat().map(({ x }) => x))].sort((a, b) => a - b);
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row([titles[name]?.[1] ?? name, ...all.map((x) => x.toLocaleString('en'))]),
    row(['---', ...all.map(() => '---')]),
    ...[...lines].map(([system, points]) => row([system, ...all.map((x) => points.find((point) => point.x === x)?.y.toPrecision(3) ?? 'not measured')])),
  ].join('\n');
}

/** Where a value lies between `from` and `to`, which hold the whole range in powers of ten. */
function scale(values: readonly number[], from: number, to: number): { readonly at: (value: number) => number; readonly ticks: readonly number[] } {
  const least = Math.floor(Math.log10(Math.min(...values)));
  const most = Math.max(least + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    at: (value) => from + ((Math.log10(value) - least) / (most - least)) * (to - from),
    ticks: Array.from({ length: most - least + 1 }, (_, index) => 10 ** (least + index)),
  };
}

function draw(name: string, lines: ReadonlyMap<string, readonly Point[]>): string {
  const points = [...lines.values()].flat();
  const x = scale(points.map((point) => point.x), LEFT, WIDTH - RIGHT);
  const y = scale(points.map((point) => point.y), HEIGHT - BOTTOM, TOP);
  const at = (value: number): string => value.toFixed(1);
  const text = (left: number, top: number, anchor: string, words: string, more = ''): string => `<text x="${at(left)}" y="${at(top)}" text-anchor="${anchor}"${more}>${words}</text>`;
  const [title = name, axis = ''] = titles[name] ?? [];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11" fill="#333">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(LEFT, 18, 'start', title, ' font-size="13" font-weight="bold"'),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, 'middle', axis),
    ...x.ticks.map((tick) => `<line x1="${at(x.at(tick))}" y1="${TOP}" x2="${at(x.at(tick))}" y2="${HEIGHT - BOTTOM}" stroke="#ddd"/>${text(x.at(tick), HEIGHT - BOTTOM + 15, 'middle', tick.toLocaleString('en'))}`),
    ...y.ticks.map((tick) => `<line x1="${LEFT}" y1="${at(y.at(tick))}" x2="${WIDTH - RIGHT}" y2="${at(y.at(tick))}" stroke="#ddd"/>${text(LEFT - 6, y.at(tick) + 4, 'end', String(Number(tick.toPrecision(1))))}`),
    ...[...lines].map(([system, line]) => drawLine(system, line.map((point) => [x.at(point.x), y.at(point.y)] as const), at)),
    '</svg>\n',
  ].join('\n');
}

function drawLine(system: string, points: readonly (readonly [number, number])[], at: (value: number) => string): string {
  const colour = colours[system] ?? '#444';
  const [lastX, lastY] = points.at(-1) ?? [0, 0];
  return [
    `<polyline points="${points.map(([px, py]) => `${at(px)},${at(py)}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...points.map(([px, py]) => `<circle cx="${at(px)}" cy="${at(py)}" r="3" fill="${colour}"/>`),
    `<text x="${at(lastX + 8)}" y="${at(lastY + 4)}" fill="${colour}">${system === 'ottla' ? 'Ottla' : 'Kafka'}</text>`,
  ].join('');
}
