import { z } from 'zod'
import type { Granularity } from '../../../domain/analytics/periods.ts'

/** Newer kinds of analytics say DAILY where the oldest says DAY. */
export const GRANULARITY = { HALF_HOUR: 'HALF_HOUR', DAILY: 'DAY', MONTHLY: 'MONTH' } as const satisfies {
  [name: string]: Granularity
}

export const Granular = z.enum(['HALF_HOUR', 'DAILY', 'MONTHLY'])
