import { alertCases, type Series } from './alert-cases.ts';

const STEP_SECONDS = 5;

/** An alert as its file has it, without its words. */
export interface AlertRule {
  readonly name: string;
  readonly forSeconds: number;
  readonly severity: string;
}

/** The rules in the text of docker/prometheus/alerts.yml. */
export function alertRules(text: string): readonly AlertRule[] {
  return text.split('- alert: ').slice(1).map((rule) => {
    const [, count = '0', unit = 's'] = /\bfor: (\d+)([sm])/.exec(rule) ?? [];
    return { name: /^\w+/.exec(rule)?.[0] ?? '', forSeconds: Number(count) * (unit === 'm' ? 60 : 1), severity: /severity: (\w+)/.exec(rule)?.[1] ?? '' };
  });
}

/**
 * docker/prometheus/alerts.test.yml for `promtool test rules`: each alert fires with its words, not before its time is over,
 * and not for what only comes near. Throws Error when an alert has no case, or a case no alert.
 */
export function ruleTests(alertsText: string): string {
  const rules = new Map(alertRules(alertsText).map((rule) => [rule.name, rule]));
  const cases = new Set(alertCases.map(({ alert }) => alert));
  const missing = [...rules.keys()].filter((name) => !cases.has(name));
  if (missing.length > 0) throw new Error(`alert-cases.ts has no case for ${missing.join(', ')}`);
  const lines = [
    '# Made by `node tools/observability/main.ts write` from tools/observability/alert-cases.ts; run by `promtool test rules`.',
    'rule_files: [rules.yml, alerts.yml]', `evaluation_interval: ${STEP_SECONDS}s`, 'tests:',
  ];
  for (const { alert, firing, quiet } of alertCases) {
    const rule = rules.get(alert);
    if (rule === undefined) throw new Error(`alert-cases.ts has a case for ${alert}, which is not in alerts.yml`);
    for (const { why, series, atMinutes, labels, summary } of firing) {
      lines.push(...testHead(`${alert} fires: ${why}`, series));
      // The condition holds from the first sample at the earliest.
      if (rule.forSeconds > 0) lines.push(...expectation(rule.forSeconds - STEP_SECONDS, alert), '        exp_alerts: []');
      lines.push(...expectation(atMinutes * 60, alert), '        exp_alerts:');
      lines.push(`          - exp_labels: ${JSON.stringify({ severity: rule.severity, ...labels })}`, `            exp_annotations: ${JSON.stringify({ summary })}`);
    }
    for (const { why, series, atMinutes } of quiet) {
      lines.push(...testHead(`${alert} is quiet: ${why}`, series), ...expectation(atMinutes * 60, alert), '        exp_alerts: []');
    }
  }
  return `${lines.join('\n')}\n`;
}

function testHead(name: string, series: Series): readonly string[] {
  return [
    `  - name: ${JSON.stringify(name)}`, `    interval: ${STEP_SECONDS}s`, '    input_series:',
    ...Object.entries(series).flatMap(([key, values]) => [`      - series: ${JSON.stringify(key)}`, `        values: ${JSON.stringify(values)}`]),
    '    alert_rule_test:',
  ];
}

function expectation(atSeconds: number, alert: string): readonly string[] {
  return [`      - eval_time: ${atSeconds}s`, `        alertname: ${alert}`];
}
