import type { Pace } from './pace.ts'

/** There are some hundred queries: five each second are less than two people who open dashboards. */
export const pace: Pace = { perSecond: 5, atOnce: 4 }
