import { limitsOf } from '../../../../test/tables.ts'
import { ManagementRateExceeded } from '../../catalogue.ts'
import { judge } from '../judge-for-tests.ts'
import { TemplateLimitExceeded } from '../refusals.ts'
import type { CreateFacts } from './account.ts'

const limits = limitsOf((facts: Partial<CreateFacts>) => judge({}, facts))

limits('before another template', [
  ...[250, 6000].map(limit => ({
    of: `templates where ${limit} are allowed`,
    make: (total: number) => ({ total, limit }),
    max: limit - 1,
    above: TemplateLimitExceeded,
  })),
  {
    of: 'creations in the last hour',
    make: created_in_last_hour => ({ created_in_last_hour }),
    max: 99,
    above: ManagementRateExceeded,
  },
])
