import type { MetricLabels } from '@ottla/model';

const labelName = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** A sample's value as the exposition format writes it. */
export function valueText(value: number): string {
  if (value === Infinity) return '+Inf';
  if (value === -Infinity) return '-Inf';
  return String(value);
}

/** HELP text: one line, with backslash and line feed escaped. */
export function helpText(help: string): string {
  return help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function labelValueText(value: string): string {
  return helpText(value).replaceAll('"', '\\"');
}

/**
 * Labels as they stand between the braces, in order of their names, so that it also identifies a series.
 * Throws on a name that the format does not allow, and on one of `reserved`.
 */
export function labelsText(labels: MetricLabels, reserved: string | undefined): string {
  return Object.keys(labels)
    .sort()
    .map((name) => {
      if (!labelName.test(name) || name.startsWith('__') || name === reserved) throw new Error(`label name ${name} is not allowed`);
      return `${name}="${labelValueText(labels[name] ?? '')}"`;
    })
    .join(',');
}

/** `name{labels} value` with its line feed; `labels` is text made by {@link labelsText}, or empty. */
export function sampleLine(name: string, labels: string, value: number): string {
  return labels === '' ? `${name} ${valueText(value)}\n` : `${name}{${labels}} ${valueText(value)}\n`;
}
