import { tracingSection } from '@thanos-fleet/authoring'
import type { AlertmanagerSpec, Grouping, Route, TimeInterval, Tracing } from '@thanos-fleet/cluster-spec'
import type { Json } from '@thanos-fleet/kubernetes'
import { receiverConfig } from './receivers.ts'

/**
 * The configuration of Alertmanager. Source of the keys: https://prometheus.io/docs/alerting/latest/configuration/
 * @param templates the files of templates, as a pattern; null: there are none
 */
export function configuration(settings: AlertmanagerSpec, tracing: Tracing | null, templates: string | null): Json {
  return {
    route: {
      receiver: settings.defaultReceiver,
      ...grouping(settings),
      ...(settings.routes.length === 0
        ? {}
        : {
            routes: settings.routes.map(routeConfig),
          }),
    },
    inhibit_rules: [
      {
        // Who knows that something is broken need not hear that it is slow.
        source_matchers: ['severity="critical"'],
        target_matchers: ['severity=~"warning|info"'],
        equal: ['alertname', 'cluster', 'namespace'],
      },
      ...settings.inhibitRules.map(({ sourceMatchers, targetMatchers, equal }) => ({
        source_matchers: sourceMatchers,
        target_matchers: targetMatchers,
        ...(equal.length === 0 ? {} : { equal }),
      })),
    ],
    ...(settings.timeIntervals.length === 0 ? {} : { time_intervals: settings.timeIntervals.map(intervalConfig) }),
    ...(templates === null ? {} : { templates: [templates] }),
    receivers: settings.receivers.map(receiverConfig),
    ...tracingSection({ tracing }),
  }
}

function routeConfig(route: Route): Json {
  const { receiver, matchers, muteTimeIntervals, activeTimeIntervals } = route
  return {
    receiver,
    matchers,
    ...(route.continue ? { continue: true } : {}),
    ...grouping(route),
    ...(muteTimeIntervals === undefined ? {} : { mute_time_intervals: muteTimeIntervals }),
    ...(activeTimeIntervals === undefined ? {} : { active_time_intervals: activeTimeIntervals }),
  }
}

function grouping({ groupBy, groupWait, groupInterval, repeatInterval }: Partial<Grouping>) {
  return {
    ...(groupBy === undefined ? {} : { group_by: groupBy }),
    ...(groupWait === undefined ? {} : { group_wait: groupWait }),
    ...(groupInterval === undefined ? {} : { group_interval: groupInterval }),
    ...(repeatInterval === undefined ? {} : { repeat_interval: repeatInterval }),
  }
}

function intervalConfig({ name, intervals }: TimeInterval): Json {
  return {
    name,
    time_intervals: intervals.map(({ times, weekdays, daysOfMonth, months, years, location }) => ({
      ...(times === undefined ? {} : { times: times.map(({ start, end }) => ({ start_time: start, end_time: end })) }),
      ...(weekdays === undefined ? {} : { weekdays }),
      ...(daysOfMonth === undefined ? {} : { days_of_month: daysOfMonth }),
      ...(months === undefined ? {} : { months }),
      ...(years === undefined ? {} : { years }),
      ...(location === undefined ? {} : { location }),
    })),
  }
}
