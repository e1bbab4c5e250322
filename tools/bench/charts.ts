import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { horizontalGrid, label, logarithmicAxis, type Plot, text, verticalGrid } from '../drawing/axes.ts';
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
    ...[...lines].map(([system, points]) => row([system, ...all.map((x) => points.find((point) => point.x === x)?.y.toLocaleString('en', { maximumSignificantDigits: 3 }) ?? 'not measured')])),
  ].join('\n');
}

const plot: Plot = { left: LEFT, right: WIDTH - RIGHT, top: TOP, bottom: HEIGHT - BOTTOM };

function draw(name: string, lines: ReadonlyMap<string, readonly Point[]>): string {
  const points = [...lines.values()].flat();
  const x = logarithmicAxis(points.map((point) => point.x), plot.left, plot.right);
  const y = logarithmicAxis(points.map((point) => point.y), plot.bottom, plot.top);
  const [title = name, axis = ''] = titles[name] ?? [];
  const plain = (tick: number): string => Number(tick.toPrecision(1)).toLocaleString('en');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="DejaVu Sans, Verdana, sans-serif" font-size="11">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(plot.left, 18, title, 'font-size="13" font-weight="bold"'),
    label((plot.left + plot.right) / 2, HEIGHT - 8, axis, 'middle'),
    verticalGrid(plot, { ...x, ticks: x.ticks.filter(isDecade) }, plain), horizontalGrid(plot, y, plain),
    ...[...lines].map(([system, line]) => drawLine(system, line.map((point) => [x.at(point.x), y.at(point.y)] as const))),
    '</svg>\n',
  ].join('\n');
}

function isDecade(tick: number): boolean {
  return Number.isInteger(Math.log10(tick));
}

function drawLine(system: string, points: readonly (readonly [number, number])[]): string {
  const colour = colours[system] ?? '#444';
  const [lastX, lastY] = points.at(-1) ?? [0, 0];
  return [
    `<polyline points="${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...points.map(([x, y]) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3" fill="${colour}"/>`),
    text(lastX + 8, lastY + 4, system === 'ottla' ? 'Ottla' : 'Kafka', `fill="${colour}"`),
  ].join('');
}
