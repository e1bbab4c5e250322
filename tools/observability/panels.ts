/** Draws the panels of a dashboard as Grafana lays them out, for where there is no Grafana: pure, from what Prometheus answered. */
import { horizontalGrid, label, linearAxis, text } from '../drawing/axes.ts';
import type { Dashboard, Panel, Unit } from './dashboards.ts';

export interface DrawnLine {
  readonly name: string;
  /** `at` in seconds before the end. */
  readonly points: readonly { readonly at: number; readonly value: number }[];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 1200;
const GAP = 10;
const HEAD = 56;
const GRAPH_HEIGHT = 262;
const STAT_HEIGHT = 92;
const COLUMNS = { graph: 2, stat: 4 } as const;
const GAP_SECONDS = 5;
const LEGEND_ROW = 15;
const MOST_NAMED = 10;
const CHARACTER = 6.1;
/** How many more small characters a width holds. */
const SMALL = 1.08;
const colours = ['#1f77b4', '#d9730d', '#2e8b57', '#c0392b', '#7d5ba6', '#8c6d46', '#c2418f', '#5f6b7a', '#a3a61a', '#13939e', '#3b4cc0', '#e08e79'];
const colourOf = (index: number): string => colours[index % colours.length] as string;

/** An SVG with every panel; `lines` has those of each panel, in their order. */
export function drawDashboard({ title, panels }: Dashboard, lines: readonly (readonly DrawnLine[])[]): string {
  const drawn: string[] = [];
  const from = Math.min(-1, ...lines.flat().flatMap(({ points }) => points.map(({ at }) => at)));
  let x = 0;
  let y = HEAD;
  let rowHeight = 0;
  for (const [index, panel] of panels.entries()) {
    const columns = panel.stat === undefined ? COLUMNS.graph : COLUMNS.stat;
    const height = panel.stat === undefined ? GRAPH_HEIGHT : STAT_HEIGHT;
    const width = (WIDTH - GAP * (columns + 1)) / columns;
    if (rowHeight > 0 && (height !== rowHeight || x + width + GAP > WIDTH)) {
      x = 0;
      y += rowHeight + GAP;
    }
    rowHeight = height;
    const box = { x: x + GAP, y, width, height };
    drawn.push(drawPanel(panel, (lines[index] ?? []).toSorted((a, b) => peak(b) - peak(a)), from, box));
    x += width + GAP;
  }
  const total = y + rowHeight + GAP;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${total}" width="${WIDTH}" height="${total}" font-family="DejaVu Sans, Verdana, sans-serif" font-size="11">`,
    `<rect width="${WIDTH}" height="${total}" fill="#eef0f3"/>`, text(GAP + 2, 34, title, 'font-size="20" font-weight="bold"'), ...drawn, '</svg>\n',
  ].join('\n');
}

function peak({ points }: DrawnLine): number {
  return Math.max(...points.map(({ value }) => (Number.isFinite(value) ? value : 0)));
}

/** `from` is the time at the left, in seconds before the end. */
function drawPanel(panel: Panel, lines: readonly DrawnLine[], from: number, box: Box): string {
  const known = lines.map(({ name, points }) => ({ name, points: points.filter(({ value }) => Number.isFinite(value)) })).filter(({ points }) => points.length > 0);
  const frame = `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="4" fill="#fff" stroke="#d5d9de"/>`;
  const body = panel.stat === undefined ? drawGraph(panel, known, from, box) : drawStat(panel.unit, panel.stat.redFrom, known, box);
  const about = panel.description === '' ? '' : text(box.x + 12, box.y + 34, fitted(panel.description, (box.width - 24) * SMALL), 'fill="#6b7480" font-size="10"');
  return [`<g>${frame}`, text(box.x + 12, box.y + 20, panel.title, 'font-weight="bold" font-size="13"'), about, `${body}</g>`].join('\n');
}

function drawStat(unit: Unit, redFrom: number, lines: readonly DrawnLine[], { x, y, width, height }: Box): string {
  const value = lines[0]?.points.at(-1)?.value;
  if (value === undefined) return text(x + width / 2, y + height - 20, 'no data', 'text-anchor="middle" fill="#6b7480"');
  return text(x + width / 2, y + height - 16, withUnit(value, unit), `text-anchor="middle" font-size="32" font-weight="bold" fill="${value >= redFrom ? '#c0392b' : '#2e8b57'}"`);
}

function drawGraph({ unit, isOftenEmpty }: Panel, lines: readonly DrawnLine[], from: number, { x, y, width, height }: Box): string {
  const legend = drawLegend(lines, x + 12, y + height, width - 24);
  const plot = { left: x + 74, right: x + width - 14, top: y + 46, bottom: y + height - 24 - legend.height };
  if (lines.length === 0) return text(x + width / 2, y + height / 2, isOftenEmpty === true ? 'nothing to show, which is well' : 'no data', 'text-anchor="middle" fill="#6b7480"');
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value));
  const scale = linearAxis(Math.min(0, ...values), Math.max(...values), unit === 'bytes' || unit === 'Bps', plot.bottom, plot.top);
  const xOf = (at: number): number => plot.right - (at / from) * (plot.right - plot.left);
  const times = [1, 0.5, 0].map((part) => label(plot.right - part * (plot.right - plot.left), plot.bottom + 14, part === 0 ? 'now' : `${Math.round(from * part)} s`, part === 0 ? 'end' : 'middle'));
  const paths = lines.map(({ points }, index) => `<path d="${points.map(({ at, value }, place) => `${isGap(points[place - 1]?.at, at) ? 'M' : 'L'}${xOf(at).toFixed(1)} ${scale.at(value).toFixed(1)}`).join('')}" fill="none" stroke="${colourOf(index)}" stroke-width="1.5"/>`);
  return [horizontalGrid(plot, scale, (tick) => withUnit(tick, unit)), ...times, ...paths, legend.drawn].join('\n');
}

/** Nothing is drawn over the time in which a service did not answer. */
function isGap(before: number | undefined, at: number): boolean {
  return before === undefined || at - before > GAP_SECONDS;
}

/** Names in rows that end at `bottom`; the value behind each is the last. */
function drawLegend(lines: readonly DrawnLine[], left: number, bottom: number, width: number): { readonly drawn: string; readonly height: number } {
  const named = lines.slice(0, MOST_NAMED).map(({ name }, index) => ({ name: fitted(name, width - 20), colour: colourOf(index) }));
  if (lines.length > MOST_NAMED) named.push({ name: `and ${lines.length - MOST_NAMED} more`, colour: '#fff' });
  let x = 0;
  let row = 0;
  const placed = named.map(({ name, colour }) => {
    const needed = 18 + name.length * CHARACTER;
    if (x > 0 && x + needed > width) {
      x = 0;
      row++;
    }
    const place = { name, colour, x: left + x, row };
    x += needed + 6;
    return place;
  });
  const height = (row + 1) * LEGEND_ROW;
  const drawn = placed.map(({ name, colour, x: at, row: line }) => {
    const y = bottom - height + line * LEGEND_ROW + 4;
    return `<path d="M${at.toFixed(1)} ${y - 3}h12" stroke="${colour}" stroke-width="3"/>${text(at + 16, y + 1, name, 'fill="#374151" font-size="10"')}`;
  });
  return { drawn: drawn.join(''), height };
}

const trimmed = (value: number): string => String(Number(value.toPrecision(3)));

function withUnit(value: number, unit: Unit): string {
  const magnitude = Math.abs(value);
  switch (unit) {
    case 'bytes':
    case 'Bps': {
      const power = magnitude < 1 ? 0 : Math.min(4, Math.floor(Math.log(magnitude) / Math.log(1024)));
      return `${trimmed(value / 1024 ** power)} ${['B', 'KiB', 'MiB', 'GiB', 'TiB'][power]}${unit === 'Bps' ? '/s' : ''}`;
    }
    case 's':
      if (value === 0) return '0 s';
      if (magnitude < 0.001) return `${trimmed(value * 1e6)} µs`;
      return magnitude < 1 ? `${trimmed(value * 1000)} ms` : `${trimmed(value)} s`;
    case 'percentunit':
      return `${trimmed(value * 100)} %`;
    case 'reqps':
      return `${thousands(value)} req/s`;
    case 'ops':
      return `${thousands(value)} /s`;
    case 'none':
    case 'short':
      return thousands(value);
  }
}

function thousands(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude >= 1e6) return `${trimmed(value / 1e6)} M`;
  return magnitude >= 1e4 ? `${trimmed(value / 1000)} K` : trimmed(value);
}

function fitted(words: string, width: number): string {
  const most = Math.floor(width / CHARACTER);
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`;
}
