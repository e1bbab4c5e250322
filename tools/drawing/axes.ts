/** What drawings in SVG have in common: text, and axes with their lines of the grid. Pure. */

export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where values lie on one axis. */
export interface Axis {
  /** In the drawing. */
  readonly at: (value: number) => number;
  /** Values to name, in their order. */
  readonly ticks: readonly number[];
}

const GRID = '#e3e6ea';
const LABELS = '#4b5563';
/** Between two powers of ten, where few of these are on the axis. */
const BETWEEN_DECADES = [1, 2, 5];
const FEW_DECADES = 2;
/** So much of a decade may stand out beyond the last line, for which a further decade would be mostly empty. */
const NEARLY = 0.05;

/** Powers of ten that hold all values, from `from` to `to` in the drawing; with two or five times them where they are few. Values are above 0. */
export function logarithmicAxis(values: readonly number[], from: number, to: number): Axis {
  const least = Math.floor(Math.log10(Math.min(...values)));
  const most = Math.max(least + 1, Math.ceil(Math.log10(Math.max(...values)) - NEARLY));
  const decades = Array.from({ length: most - least + 1 }, (_, index) => 10 ** (least + index));
  const between = most - least <= FEW_DECADES ? BETWEEN_DECADES : [1];
  return {
    at: (value) => from + ((Math.log10(value) - least) / (most - least)) * (to - from),
    ticks: decades.flatMap((decade) => between.map((factor) => decade * factor)).filter((tick) => tick <= 10 ** most),
  };
}

/** Round numbers from `least` to `most`, some four of them; powers of two where values are bytes. */
export function linearAxis(least: number, most: number, isBinary: boolean, from: number, to: number): Axis {
  const span = most - least || 1;
  const base = isBinary ? 1024 ** Math.max(0, Math.floor(Math.log(span / 4) / Math.log(1024))) : 10 ** Math.floor(Math.log10(span / 4));
  const rough = span / 4 / base;
  const step = base * (isBinary ? 2 ** Math.ceil(Math.log2(rough)) : ([1, 2, 2.5, 5, 10].find((factor) => factor >= rough) ?? 10));
  const first = Math.floor(least / step);
  const last = Math.ceil(most / step) || 1;
  return {
    at: (value) => from + ((value / step - first) / (last - first)) * (to - from),
    ticks: Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step),
  };
}

/** Lines across the plot at the ticks of the vertical axis, named at the left. */
export function horizontalGrid({ left, right }: Plot, { at, ticks }: Axis, named: (tick: number) => string): string {
  return ticks.map((tick) => `<path d="M${left} ${at(tick).toFixed(1)}H${right}" stroke="${GRID}"/>${label(left - 6, at(tick) + 4, named(tick), 'end')}`).join('\n');
}

/** Lines down the plot at the ticks of the horizontal axis, named below. */
export function verticalGrid({ top, bottom }: Plot, { at, ticks }: Axis, named: (tick: number) => string): string {
  return ticks.map((tick) => `<path d="M${at(tick).toFixed(1)} ${top}V${bottom}" stroke="${GRID}"/>${label(at(tick), bottom + 15, named(tick), 'middle')}`).join('\n');
}

/** What stands at an axis. */
export function label(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end'): string {
  return text(x, y, words, `text-anchor="${anchor}" fill="${LABELS}" font-size="10"`);
}

export function text(x: number, y: number, words: string, attributes: string): string {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${attributes}>${escaped}</text>`;
}
