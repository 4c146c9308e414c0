import * as catalogue from '../catalogue.ts'
import type { Described } from './rule.ts'

/** Limits on calls as such. The kernel counts, and asks by name. */
export const accountCalls: Described = {
  name: 'account-calls',
  summary: 'Management calls of an app about one account: 200 in an hour, 5,000 when it has a registered number.',
  source: 'about-the-platform',
  raises: catalogue.AccountRateExceeded,
  usually: 'on',
}

export const appCalls: Described = {
  name: 'app-calls',
  summary:
    'Calls of an app that are about no account: 200 in an hour for each of its users, 5,000 about lines of credit.',
  source: 'support/error-codes',
  raises: catalogue.AppRateExceeded,
  usually: 'on',
}
