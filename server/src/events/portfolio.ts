import type { Scene } from './scene.ts'

/** What happens to portfolios, to their apps and people, and to tokens. */
export type PortfolioEvent =
  | (Scene & { type: 'app.subscribed' | 'app.unsubscribed'; account_id: string; app_id: string })
  | (Scene & { type: 'app.created' | 'app.changed' | 'app.secret_rotated' | 'app.webhooks_changed'; app_id: string })
  | (Scene & { type: 'business.created' | 'business.changed'; business_id: string })
  | (Scene & { type: 'user.created'; business_id: string; user_id: string })
  | (Scene & { type: 'user.app_removed'; user_id: string; app_id: string })
  | (Scene & { type: 'user.permission_removed'; user_id: string; app_id: string; permission: string })
  | (Scene & { type: 'token.issued' | 'token.revoked'; app_id: string })
