import type { ConfigKey, ConfigType } from './config-definition.ts';

/** The value as it is kept, or what was expected instead, in Kafka's words. */
export type CheckedValue = { readonly text: string } | { readonly shown: string; readonly expected: string };

const bounds: Partial<Record<ConfigType, readonly [bigint, bigint]>> = {
  SHORT: [-32_768n, 32_767n],
  INT: [-2_147_483_648n, 2_147_483_647n],
  LONG: [-9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n],
};

/** Checks `value` against the type and the valid values of `key`. */
export function checkValue(key: ConfigKey, value: string): CheckedValue {
  const trimmed = value.trim();
  switch (key.type) {
    case 'BOOLEAN': {
      const text = trimmed.toLowerCase();
      return text === 'true' || text === 'false' ? { text } : { shown: value, expected: 'Expected value to be either true or false' };
    }
    case 'SHORT':
    case 'INT':
    case 'LONG':
      return checkInteger(key, trimmed, value);
    case 'DOUBLE':
      return checkDouble(key, trimmed, value);
    case 'LIST':
      return checkList(key, trimmed);
    case 'STRING':
      return checkString(key, trimmed);
    case 'CLASS':
      return { text: trimmed };
    case 'PASSWORD':
      return { text: value };
    default:
      return key.type satisfies never;
  }
}

function checkInteger(key: ConfigKey, trimmed: string, value: string): CheckedValue {
  const notANumber = { shown: value, expected: `Not a number of type ${key.type}` };
  if (!/^[+-]?\d{1,19}$/.test(trimmed)) return notANumber;
  const number = BigInt(trimmed.replace(/^\+/, ''));
  const [least, most] = bounds[key.type] as readonly [bigint, bigint];
  if (number < least || number > most) return notANumber;
  return checkRange(key, Number(number), String(number));
}

function checkDouble(key: ConfigKey, trimmed: string, value: string): CheckedValue {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed)) return { shown: value, expected: 'Not a number of type DOUBLE' };
  const number = Number(trimmed);
  const size = Math.abs(number);
  // Between these bounds Java prints a double as JavaScript does, except that it always has a fraction.
  const isPlain = number === 0 || (size >= 1e-3 && size < 1e7);
  const text = isPlain ? (Number.isInteger(number) ? `${number}.0` : String(number)) : trimmed;
  return checkRange(key, number, text);
}

const rangeNotation = /^\[(-?[\d.]+?),\.\.\.(?:,(-?[\d.]+))?\](?: or (-?\d+))?$/;

/** Ranges as Kafka writes them: `[1,...]`, `[0,...,1]`, `[1,...,9] or -1`. */
function checkRange(key: ConfigKey, number: number, text: string): CheckedValue {
  const range = rangeNotation.exec(key.validValues);
  if (range === null) return { text };
  const [, least, most, exception] = range as unknown as [string, string, string | undefined, string | undefined];
  const isBelow = number < Number(least);
  const isAbove = most !== undefined && number > Number(most);
  if (exception !== undefined) {
    const isValid = number === Number(exception) || (!isBelow && !isAbove);
    return isValid ? { text } : { shown: text, expected: `Value must be between ${least} and ${most} or equal to ${exception}` };
  }
  if (isBelow) return { shown: text, expected: `Value must be at least ${least}` };
  if (isAbove) return { shown: text, expected: `Value must be no more than ${most}` };
  return { text };
}

/** The names in `[a, b, c]`; undefined when `validValues` is no such list. */
function allowedNames(validValues: string): readonly string[] | undefined {
  return /^\[[\w.-]+(, [\w.-]+)*\]$/.test(validValues) ? validValues.slice(1, -1).split(', ') : undefined;
}

function checkList(key: ConfigKey, trimmed: string): CheckedValue {
  const items = trimmed === '' ? [] : trimmed.split(/\s*,\s*/);
  if (key.validValues.startsWith('[partitionId]')) {
    const isValid = trimmed === '*' || items.every((item) => /^\d+:\d+$/.test(item));
    if (isValid) return { text: items.join(',') };
    return { shown: `[${items.join(', ')}]`, expected: `${key.name} must be the literal '*' or a list of replicas in the following format: ${key.validValues}` };
  }
  const allowed = allowedNames(key.validValues);
  if (allowed === undefined) return { text: items.join(',') };
  const wrong = items.find((item) => !allowed.includes(item));
  if (wrong !== undefined) return { shown: wrong, expected: `String must be one of: ${allowed.join(', ')}` };
  return { text: [...new Set(items)].join(',') };
}

const caseInsensitive = '(case insensitive) ';
const duration = /^P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,9})?S)?)?$/i;

function checkString(key: ConfigKey, trimmed: string): CheckedValue {
  const { validValues } = key;
  if (validValues.includes('by_duration:')) {
    const isValid = ['latest', 'earliest'].includes(trimmed) || (trimmed.startsWith('by_duration:') && duration.test(trimmed.slice('by_duration:'.length)));
    if (isValid) return { text: trimmed };
    return {
      shown: trimmed,
      expected: `Invalid value \`${trimmed}\` for configuration ${key.name}. The value must be either 'earliest', 'latest' or of the format 'by_duration:<PnDTnHnMn.nS>'.`,
    };
  }
  if (validValues === 'non-empty string' && trimmed === '') return { shown: trimmed, expected: 'String must be non-empty' };
  const ignoresCase = validValues.startsWith(caseInsensitive);
  const allowed = allowedNames(ignoresCase ? validValues.slice(caseInsensitive.length) : validValues);
  if (allowed === undefined) return { text: trimmed };
  const isAllowed = ignoresCase ? allowed.some((name) => name.toLowerCase() === trimmed.toLowerCase()) : allowed.includes(trimmed);
  if (isAllowed) return { text: trimmed };
  return { shown: trimmed, expected: `String must be one of${ignoresCase ? ' (case insensitive)' : ''}: ${allowed.join(', ')}` };
}
